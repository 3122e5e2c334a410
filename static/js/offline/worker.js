/* Answers with the blank page where there is no internet. It keeps nothing itself, and nothing of a child:
   what may be kept is decided by static/js/child/letters.js. */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(
  Promise.all([clients.claim(), registration.navigationPreload?.enable()]),
));

const blank = async () => (await caches.match("/talk/offline")) || Response.error();

/* Nothing to show: the page stays as it is, with what is typed in it, and is told. */
const unsent = async () => {
  for (const each of await clients.matchAll()) each.postMessage("unsent");
  return new Response(null, { status: 204 });
};

addEventListener("fetch", (event) => {
  const { request } = event, { pathname } = new URL(request.url);
  if (pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  } else if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(Promise.resolve(event.preloadResponse).then((early) => early || fetch(request)).catch(blank));
  } else if (request.mode === "navigate" && /^\/talk\/(\d+|send)$/.test(pathname)) {
    event.respondWith(fetch(request).catch(unsent));
  }
});
