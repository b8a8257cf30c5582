// The keyboard focus follows what htmx puts in the page, so that readers of a screen reader hear it.
document.addEventListener('htmx:afterSettle', (event) => {
  const heading = event.detail.elt.querySelector('[data-focus]');
  if (heading) {
    if (document.getElementById('message')) {
      heading.setAttribute('aria-describedby', 'message');
    }
    heading.focus();
  }
});
