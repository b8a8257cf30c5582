// The page of a volunteer or a family: each change is sent as it is made, waits here while there is no connection, and is sent in the
// order in which it was made. Without this script the same forms are sent with their buttons.
(() => {
  const byLink = document.getElementById('by-link');
  if (byLink && document.getElementById('by-code') && location.hash.length > 20) {
    byLink.elements.link.value = location.hash.slice(1);
    byLink.hidden = false;
    document.getElementById('by-code').hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
  }

  const own = document.getElementById('own');
  if (!own || !window.fetch) {
    return;
  }
  const bar = document.getElementById('bar');
  const said = own.dataset;
  const store = 'own:' + said.who;
  const page = newId();
  const RELOADED = ['AWAY', 'LANGUAGES', 'PAUSE'];
  const YES_OR_NO = ['HEAVY_CASES', 'PETS_UNWELCOME', 'PETS', 'WOMAN_ONLY'];
  const PATIENCE = 15000;
  let memory = [];
  let number = 0;
  let version = 0;
  let sending = false;
  let delay = 1000;
  let again = 0;
  document.body.classList.add('own-live');

  // What still is to be sent: in the browser's own store, so that closing the page does not lose it.
  function waiting() {
    try {
      return JSON.parse(localStorage.getItem(store) || '[]');
    } catch (unreadable) {
      return memory;
    }
  }

  function keep(queue) {
    memory = queue;
    try {
      if (queue.length) {
        localStorage.setItem(store, JSON.stringify(queue));
      } else {
        localStorage.removeItem(store);
      }
    } catch (full) {
      // Kept in memory only.
    }
  }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function was(form, field) {
    return form.elements['was.' + field];
  }

  function texts(input) {
    return input.value.split(' ').filter((text) => text !== '');
  }

  function fields(form) {
    return [...form.querySelectorAll('input[name=field]')].map((input) => input.value);
  }

  // What a field says now, as the server keeps it.
  function values(form, field) {
    const given = new FormData(form);
    let now = given.getAll(field).filter((text) => text !== '');
    if (YES_OR_NO.includes(field)) {
      now = [String(now.includes('true'))];
    } else if (field === 'LANGUAGES') {
      const levels = given.getAll('level');
      now = given.getAll('tongue').map((tongue, row) => tongue && tongue + ':' + levels[row]).filter((text) => text);
    } else if (field === 'PHONE') {
      now = now.map((number) => number.replace(/[ ()-]/g, '')).filter((number) => number !== '');
    } else if (field === 'AWAY') {
      const first = given.get('first') || given.get('last');
      const last = given.get('last') || given.get('first');
      now = first ? now.concat(first + '/' + last) : now;
    } else if (field === 'PAUSE' && given.get('until')) {
      now = now.map((reason) => reason + '/' + given.get('until'));
    }
    return [...new Set(now)].sort();
  }

  function changed(form) {
    const edits = fields(form)
      .map((field) => ({ field, before: texts(was(form, field)).sort(), after: values(form, field) }))
      .filter((edit) => edit.before.join(' ') !== edit.after.join(' '));
    edits.forEach((edit) => {
      was(form, edit.field).value = edit.after.join(' ');
    });
    add(edits);
  }

  function add(edits) {
    if (edits.length) {
      number += 1;
      keep(waiting().concat({ page, number, edits }));
      send();
    }
  }

  function body(change) {
    const form = new URLSearchParams({ _csrf: said.csrf || '', page: change.page, number: change.number });
    if (said.key) {
      form.append('key', said.key);
    }
    change.edits.forEach((edit) => {
      form.append('field', edit.field);
      form.append('was.' + edit.field, edit.before.join(' '));
      edit.after.forEach((text) => form.append(edit.field, text));
    });
    return form;
  }

  // One at a time: what is sent once more, because its answer was lost, the server knows by its number.
  async function send() {
    const [change] = waiting();
    if (sending || !change) {
      return;
    }
    sending = true;
    clearTimeout(again);
    tell(said.saving);
    const patience = new AbortController();
    const tired = setTimeout(() => patience.abort(), PATIENCE);
    let outcome;
    try {
      const answer = await fetch(said.save, {
        method: 'POST',
        body: body(change),
        headers: { Accept: 'application/json' },
        redirect: 'manual',
        signal: patience.signal,
      });
      outcome = answer.ok ? await answer.json() : { status: answer.status >= 500 ? 'waiting' : 'over' };
    } catch (lost) {
      outcome = { status: 'waiting' };
    }
    clearTimeout(tired);
    sending = false;
    settle(change, outcome);
  }

  function settle(change, outcome) {
    if (outcome.status === 'over') {
      if (!reopened()) {
        tell(said.over, link(said.ask, said.again));
      }
      return;
    }
    if (outcome.status === 'waiting') {
      tell(said.waiting);
      again = setTimeout(send, delay);
      delay = Math.min(delay * 2, 30000);
      return;
    }
    delay = 1000;
    sessionStorage.removeItem(store + ':again');
    keep(waiting().filter((one) => one.page !== change.page || one.number !== change.number));
    const edit = change.edits.find((one) => one.field === outcome.field);
    if (outcome.status === 'kept') {
      tell(said.saved, button(said.undo, () => add(change.edits.map(reversed))));
    } else if (outcome.status === 'elsewhere' && edit) {
      const before = outcome.values[edit.field];
      tell(said.elsewhere, button(said.mine, () => add([{ field: edit.field, before, after: edit.after }])));
    } else {
      tell(outcome.text || said.wrong);
    }
    if (waiting().length) {
      send();
    } else {
      show(change, outcome);
    }
  }

  // A link of a mail goes on working: its page is opened once more, and what waits here is sent from there.
  function reopened() {
    try {
      if (!said.key || !localStorage.getItem(store) || sessionStorage.getItem(store + ':again')) {
        return false;
      }
      sessionStorage.setItem(store + ':again', 'yes');
    } catch (unreadable) {
      return false;
    }
    location.reload();
    return true;
  }

  function reversed(edit) {
    return { field: edit.field, before: edit.after, after: edit.before };
  }

  // The page as the server knows it, unless it knew more already.
  function show(change, outcome) {
    if (outcome.version < version) {
      return;
    }
    version = outcome.version;
    let whole = false;
    own.querySelectorAll('form').forEach((form) =>
      fields(form).forEach((field) => {
        const now = outcome.values[field];
        const shown = texts(was(form, field)).sort().join(' ');
        const wanted = [...now].sort().join(' ');
        if (RELOADED.includes(field)) {
          whole = whole || wanted !== shown || (outcome.status === 'kept' && touched(form));
        } else if (wanted !== shown || wanted !== values(form, field).join(' ')) {
          was(form, field).value = now.join(' ');
          set(form, field, now);
        }
      }),
    );
    if (whole) {
      try {
        sessionStorage.setItem(store, JSON.stringify(change.edits));
      } catch (full) {
        // Then the page says nothing about it.
      }
      location.reload();
    }
  }

  // After a change that the page was loaded again for.
  function tellAfter() {
    const kept = sessionStorage.getItem(store);
    sessionStorage.removeItem(store);
    if (kept) {
      tell(said.saved, button(said.undo, () => add(JSON.parse(kept).map(reversed))));
    }
  }

  function touched(form) {
    return form.dataset.sent === 'yes';
  }

  function set(form, field, now) {
    form.querySelectorAll('[name="' + field + '"]').forEach((input) => {
      if (input.type === 'checkbox') {
        input.checked = now.includes(input.value);
      } else {
        input.value = now[0] || '';
      }
    });
  }

  function tell(text, action) {
    const line = document.createElement('span');
    line.textContent = text;
    bar.replaceChildren(line, ...(action ? [action] : []));
  }

  function button(text, pressed) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', pressed);
    return made;
  }

  function link(address, text) {
    const made = document.createElement('a');
    made.href = address;
    made.textContent = text;
    return made;
  }

  own.addEventListener('change', (event) => {
    const form = event.target.closest('form');
    const dated = ['first', 'last', 'until'].includes(event.target.name);
    if (form && !dated && form.id !== 'pause') {
      changed(form);
    }
  });
  own.addEventListener('submit', (event) => {
    const form = event.target;
    if (fields(form).length) {
      event.preventDefault();
      form.dataset.sent = 'yes';
      changed(form);
    }
  });
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
  tellAfter();
  send();
})();
