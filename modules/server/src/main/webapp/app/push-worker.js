/** Shows that a window opened and how much waited. It keeps nothing, and answers no request of a page. */
self.addEventListener('push', (event) => {
  const { title, body, lang } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, lang, tag: 'window', icon: '/app/icon.svg' }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('/'));
});
