// Stands before Angular's service worker, so that no fault of what it keeps ever leaves a blank page.
{
  // Its notes (which version a page uses, when a file was last used) may fail to be written on a full phone, or when the browser has thrown them away; the page opens all the same. What it keeps of
  // the app is not touched: a version that could not be kept whole is never used.
  const { open } = CacheStorage.prototype;
  CacheStorage.prototype.open = async function (name, ...more) {
    const cache = await open.call(this, name, ...more);
    if (!name.includes(':db:')) return cache;
    const put = cache.put.bind(cache);
    cache.put = (...parts) =>
      put(...parts).catch((reason) => {
        if (!['QuotaExceededError', 'NotFoundError'].includes(reason?.name)) throw reason;
      });
    return cache;
  };

  // When it has no answer at all, the network is asked, and then whatever version of the app is still here.
  const { respondWith } = FetchEvent.prototype;
  FetchEvent.prototype.respondWith = function (answer) {
    const { request } = this;
    const kept = () => caches.match(request.mode === 'navigate' ? new URL('index.html', registration.scope).href : request.url);
    const otherwise = () => fetch(request).catch(async (reason) => (await kept()) ?? Promise.reject(reason));
    respondWith.call(this, Promise.resolve(answer).catch(otherwise));
  };
}
