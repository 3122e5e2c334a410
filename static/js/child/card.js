/* The square on a card opens /#482191370562. The number never reaches a log: it is wiped from the
   address and sent by the form. Without JavaScript the child types it. */
{
  const form = document.getElementById("card");
  const number = decodeURIComponent(location.hash.slice(1)).replace(/\s/g, "");
  if (form && /^\d{12}$/.test(number)) {
    history.replaceState(null, "", location.pathname);
    form.elements.number.value = number;
    form.submit();
  }
}
