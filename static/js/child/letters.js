/* Going on without internet. What is written then is sealed with the server's public key, so that this tablet cannot
   read it back; only sealed letters (localStorage) and a blank page (Cache) are kept. Without any of it pages work. */
const letters = (() => {
  const can = navigator.serviceWorker && window.caches && navigator.locks && crypto.subtle;
  const meta = document.querySelector("meta[name=offline]");
  const base64 = (part) => btoa(new Uint8Array(part).reduce((text, byte) => text + String.fromCharCode(byte), ""));
  const read = async (address) => (await caches.match(address))?.text();
  const known = async () => (await read("/talk/offline-state") || "- 0").split(" ");

  const seal = async ({ authority, key }, letter) => {
    const { subtle } = crypto, secret = crypto.getRandomValues(new Uint8Array(32)), iv = crypto.getRandomValues(new Uint8Array(12));
    const outer = await subtle.importKey("jwk", { kty: "RSA", e: "AQAB", n: key }, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt"]);
    const inner = await subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]);
    const text = new TextEncoder().encode(JSON.stringify(letter));
    const parts = [await subtle.encrypt("RSA-OAEP", outer, secret), iv, await subtle.encrypt({ name: "AES-GCM", iv }, inner, text)];
    return [authority, ...parts.map(base64)].join(".");
  };

  /* Who may post, with which key, and what the tablet knows of. Numbers are kept in mind: signing out forgets them. */
  let last = 0;
  const blank = async (page) => {
    last = Math.max(last, localStorage.letters || 0);
    const [, after] = await known(), { dataset } = page.getElementById("blank");
    return { ...dataset, after: Math.max(dataset.after, after) };
  };
  const kept = async () => blank(new DOMParser().parseFromString(await read("/talk/offline"), "text/html"));

  /* A letter in its slot; one that is still there was never posted, and is replaced. Fails where storage does. */
  const keep = async ({ capability, after, ...page }, answers, slot) => {
    const number = localStorage.letters = last = Math.max(last, localStorage.letters || 0) + 1;
    const name = slot || `sealed-${1e9 + number}-${Math.random()}`;
    localStorage[name] = await seal(page, { capability, number, after, answers });
    return name;
  };

  /* What the server said last; nothing where there was no letter, or no way through. Two tabs take turns. */
  const send = async () => {
    let answer;
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith("sealed-")).sort()) {
      const body = localStorage[name], reply = await fetch("/talk/letterbox", { method: "POST", body });
      if (reply.status >= 500) break;
      answer = await reply.json();
      if (localStorage[name] === body) localStorage.removeItem(name);
    }
    return answer;
  };
  const flush = async () => can && navigator.locks.request("letters", send).catch(() => {});

  /* Signed out: only what is sealed stays. */
  const forget = async () => can && await caches.delete("offline") && localStorage.removeItem("letters");

  /* The blank page is fetched once a visit, when the child has begun to read; what is known of is kept up. */
  const prepare = async () => {
    const [stamp] = await known(), cache = await caches.open("offline");
    if (meta.content.startsWith(stamp)) return cache.put("/talk/offline-state", new Response(meta.content));
    await new Promise((done) => setTimeout(done, 3000));
    const body = new FormData();
    body.append("csrf_token", document.querySelector("[name=csrf_token]").value);
    const answer = await fetch("/talk/offline", { method: "POST", body });
    if (!answer.ok || answer.redirected) return;
    const needs = (await answer.clone().text()).match(/\/static\/[^"#]+/g);
    await cache.addAll(new Set(needs));
    await cache.put("/talk/offline", answer);
    await cache.put("/talk/offline-state", new Response(meta.content));
    await navigator.serviceWorker.register("/talk/worker.js");
  };

  if (can && meta) prepare().catch(() => {});
  if (document.body.classList.contains("door")) forget();
  return { blank, kept, keep, flush, forget };
})();
