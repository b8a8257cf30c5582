// Single keys decide on a proposal. Each stands beside its button; they can be turned off, and do nothing while somebody types.
const OFF = 'koppelwerk-keys-off';

document.documentElement.classList.add('kw-with-script');

const on = () => localStorage.getItem(OFF) === null;

function show() {
  document.documentElement.classList.toggle('kw-with-keys', on());
  document.querySelectorAll('[data-keys-switch]').forEach((box) => {
    box.checked = on();
  });
}

function typing(element) {
  return element.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=submit])') || element.isContentEditable;
}

// A number stands for a reason, once the reasons are open.
function reason(key) {
  const radio = document.querySelector(`.kw-decline[open] input[data-number="${CSS.escape(key)}"]`);
  if (radio) {
    radio.checked = true;
    radio.form.requestSubmit();
  }
  return radio;
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target) {
    target.click();
    if (target.matches('summary')) {
      target.focus();
    }
  }
  return target;
}

// A decision is on its way; what is worked out beside it may take its time.
const deciding = () => document.querySelector('.kw-review__decide .htmx-request') !== null;

document.addEventListener('keydown', (event) => {
  const withOthers = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (!on() || withOthers || typing(event.target) || deciding()) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key.length === 1 && (/[1-9]/.test(key) ? reason(key) : press(key))) {
    event.preventDefault();
  }
});

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-keys-switch]')) {
    if (event.target.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, 'yes');
    }
    show();
  }
});

document.addEventListener('htmx:afterSettle', show);
show();
