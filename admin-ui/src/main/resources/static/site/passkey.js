// Passkeys: a form is shown where the browser knows them, and sent with what the device answered.
(() => {
  const knows = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && window.isSecureContext;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const site = form.dataset.site;
    if (!knows || (location.hostname !== site && !location.hostname.endsWith('.' + site))) {
      continue;
    }
    form.hidden = false;
    document.getElementById('no-passkeys')?.remove();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(form).then(
        (credential) => {
          form.elements.credential.value = JSON.stringify(credential.toJSON());
          form.submit();
        },
        () => {
          form.querySelector('[role=alert]').hidden = false;
        },
      );
    });
  }

  async function answer(form) {
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
    const asked = await fetch(form.dataset.options, { method: 'POST', body });
    if (!asked.ok) {
      throw new Error(asked.status);
    }
    const options = await asked.json();
    return form.dataset.passkey === 'make'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
})();
