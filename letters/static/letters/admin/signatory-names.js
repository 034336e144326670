/* The editor of a list of names: line numbers, and a preview that follows the typing.

   What is saved never depends on this script: the server reads the text itself. The hidden
   state says which line was which record; only the server knows how to read it. */
(() => {
  const PAUSE = 400;
  const FEWEST_ROWS = 10;
  const MOST_ROWS = 24;
  // What Python's splitlines() takes for the end of a line: the server counts with that.
  const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

  /** A request to the server that the next one of the same editor makes superfluous. */
  class Reader {
    constructor(root, form) {
      this.root = root;
      this.form = form;
    }

    async ask(fields) {
      this.abort?.abort();
      this.abort = new AbortController();
      const body = new FormData();
      Object.entries(fields).forEach(([name, value]) => body.set(name, value));
      const token = this.form()?.elements.csrfmiddlewaretoken?.value ?? '';
      let response;
      try {
        response = await fetch(this.root.dataset.url, {
          method: 'POST',
          body,
          signal: this.abort.signal,
          headers: { 'X-CSRFToken': token, 'X-Requested-With': 'XMLHttpRequest' },
        });
        return await response.json();
      } catch (error) {
        if (error.name === 'AbortError') return null;
        const signedOut = response?.status === 403;
        return { error: this.root.dataset[signedOut ? 'signedOut' : 'offline'] };
      }
    }
  }

  /** One text area with its preview; the interface is that of Wagtail's bound widgets. */
  class BoundSignatoryNames {
    constructor(root, parentCapabilities) {
      const part = (name) => root.querySelector(`[data-${name}]`);
      this.root = root;
      this.text = part('text');
      this.state = part('state');
      this.lines = part('lines');
      this.preview = part('preview');
      this.summary = part('summary');
      this.error = part('error');
      this.rows = 0;
      this.idForLabel = this.text.id;
      this.parentCapabilities = parentCapabilities || new Map();
      this.reader = new Reader(root, () => this.text.form);
      this.text.addEventListener('input', () => {
        this.turn();
        this.typed();
      });
      this.text.addEventListener('paste', (event) => this.pasted(event));
      this.text.addEventListener('scroll', () => this.alignLines());
      this.preview.addEventListener('click', (event) => this.clicked(event));
      this.preview.addEventListener('keydown', (event) => this.keyPressed(event));
    }

    getValue() {
      return this.text.value;
    }

    getState() {
      return { text: this.text.value, state: this.state.value };
    }

    setState(value) {
      this.turn(value?.text ?? '');
      this.text.value = value?.text ?? '';
      this.state.value = value?.state ?? '';
      this.untouched = this.text.value;
      this.countLines();
      // Lists that nobody scrolls to cost nothing.
      this.seen?.disconnect();
      this.seen = new IntersectionObserver(([entry]) => {
        if (entry.isIntersecting) this.read();
      });
      this.seen.observe(this.root);
    }

    setInvalid(invalid) {
      if (invalid) this.text.setAttribute('aria-invalid', 'true');
      else this.text.removeAttribute('aria-invalid');
    }

    setCapabilityOptions(name, options) {
      Object.assign(this.parentCapabilities.get(name), options);
    }

    getTextLabel() {
      return this.summary.textContent;
    }

    focus() {
      this.text.focus();
    }

    typed() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.countLines();
        this.read();
      }, PAUSE);
    }

    isTooLong(text) {
      return text.split('\n').length > Number(this.root.dataset.mostLines);
    }

    /** Let each line take its own direction; with very many lines browsers choke on that. */
    turn(text = this.text.value) {
      const perLine = RIGHT_TO_LEFT.test(text) && !this.isTooLong(text);
      if (perLine) this.text.dir = 'auto';
      else this.text.removeAttribute('dir');
    }

    /** Put in very long texts at once: browsers take minutes to paste them line by line. */
    pasted(event) {
      const pasted = event.clipboardData.getData('text/plain');
      if (!this.isTooLong(pasted)) return;
      event.preventDefault();
      this.turn(pasted);
      this.text.setRangeText(pasted, this.text.selectionStart, this.text.selectionEnd, 'end');
      this.typed();
    }

    countLines() {
      const ends = this.text.value.split('\n').length;
      if (ends === this.counted) return;
      this.counted = ends;
      this.text.rows = Math.min(Math.max(ends, FEWEST_ROWS), MOST_ROWS);
      const numbered = Math.min(ends, Number(this.root.dataset.mostLines));
      this.lines.textContent = Array.from({ length: numbered }, (_, i) => i + 1).join('\n');
      this.alignLines();
    }

    alignLines() {
      this.lines.scrollTop = this.text.scrollTop;
    }

    /** Ask the server how it reads the text; `extra` asks for more than the preview. */
    async read(extra = {}) {
      this.seen?.disconnect();
      const text = this.text.value;
      const filled = text.split(LINE_END).filter((line) => line.trim()).length;
      if (filled > Number(this.root.dataset.mostLines)) {
        this.refuse(filled);
        return null;
      }
      this.preview.setAttribute('aria-busy', 'true');
      const { rows } = this;
      const answer = await this.reader.ask({ text, state: this.state.value, rows, ...extra });
      if (!answer) return null;
      this.preview.removeAttribute('aria-busy');
      if (answer.html === undefined) this.say(answer.error);
      else if (!answer.error) this.show(answer, text, extra);
      return answer;
    }

    refuse(filled) {
      this.reader.abort?.abort();
      this.preview.replaceChildren();
      this.summary.textContent = '';
      this.say(this.root.dataset.tooMany.replace('{count}', filled.toLocaleString()));
    }

    say(message) {
      this.error.hidden = !message;
      this.error.textContent = message;
    }

    show(answer, text, extra) {
      this.say('');
      if (typeof answer.text === 'string') {
        this.text.value = answer.text;
        this.turn();
        this.countLines();
      }
      // An untouched form must stay as it came: Wagtail asks before leaving a changed one.
      if (text !== this.untouched || extra.line || extra.column) {
        this.state.value = answer.state;
        this.untouched = null;
      }
      const table = this.preview.querySelector('.signatory-names__table');
      const place = table?.scrollTop ?? 0;
      const focused = this.preview.contains(document.activeElement) && document.activeElement;
      this.preview.innerHTML = answer.html;
      if ('kind' in extra) this.correction = null;
      else this.keepCorrection(focused);
      if (focused && !this.preview.contains(document.activeElement)) this.refocus(focused);
      this.preview.querySelector('.signatory-names__table')?.scrollTo(0, place);
      if (this.summary.textContent !== answer.summary) this.summary.textContent = answer.summary;
    }

    clicked(event) {
      const button = event.target.closest('button');
      if (!button) return;
      const { line, column, rows, correct, chooseFor, organisation } = button.dataset;
      if (line) this.goTo(Number(line));
      if (column) this.read({ column }).then(() => this.text.focus());
      if (rows) this.showMore(Number(rows));
      if (correct) this.openCorrection(button);
      if (chooseFor) this.chooseOrganisation(chooseFor, organisation);
      if ('apply' in button.dataset) this.applyCorrection();
      if ('cancel' in button.dataset) this.closeCorrection();
    }

    keyPressed(event) {
      if (!event.target.closest('.signatory-names__correction')) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.closeCorrection();
      } else if (event.key === 'Enter' && event.target.matches('input, select')) {
        // Not the page's form, which would be saved.
        event.preventDefault();
        this.applyCorrection();
      }
    }

    async showMore(rows) {
      const before = this.preview.querySelectorAll('[data-row]').length;
      this.rows = rows;
      await this.read();
      this.preview.querySelectorAll('[data-correct]')[before]?.focus();
    }

    /** Select a line in the text area and bring it to sight. */
    goTo(number) {
      const { value } = this.text;
      const ends = [...value.matchAll(LINE_END)];
      const before = ends[number - 2];
      const start = before ? before.index + before[0].length : 0;
      const end = ends[number - 1]?.index ?? value.length;
      this.text.focus({ preventScroll: true });
      this.text.setSelectionRange(start, end);
      const above = value.slice(0, start).split('\n').length - 1;
      const height = this.text.scrollHeight / this.counted;
      this.text.scrollTop = above * height - this.text.clientHeight / 3;
      this.text.scrollIntoView({ block: 'center' });
    }

    openCorrection(button) {
      this.closeCorrection();
      const row = button.closest('tr');
      const template = this.preview.querySelector('[data-correction]');
      row.after(template.content.cloneNode(true));
      this.correction = row.nextElementSibling;
      this.corrected = button.dataset.correct;
      this.correction.querySelector('[data-field="kind"]').value = button.dataset.kind;
      this.correction.querySelector('[data-field="lang"]').value = button.dataset.lang;
      this.correction.scrollIntoView({ block: 'nearest' });
      this.correction.querySelector('[data-field="kind"]').focus({ preventScroll: true });
    }

    closeCorrection() {
      if (!this.correction) return;
      this.correction.remove();
      this.correction = null;
      this.preview.querySelector(`[data-correct="${this.corrected}"]`)?.focus();
    }

    /** Put an open correction back, with what was typed in it, into a preview made anew. */
    keepCorrection(focused) {
      if (!this.correction) return;
      const row = this.preview.querySelector(`[data-correct="${this.corrected}"]`)?.closest('tr');
      if (row) row.after(this.correction);
      else this.correction = null;
      if (this.correction?.contains(focused)) focused.focus({ preventScroll: true });
    }

    /** Give the focus to what now stands in place of the button that had it. */
    refocus({ dataset }) {
      const same = [...this.preview.querySelectorAll('button')].find(
        (button) =>
          (dataset.correct && button.dataset.correct === dataset.correct) ||
          (dataset.line && button.dataset.line === dataset.line),
      );
      same?.focus({ preventScroll: true });
    }

    async chooseOrganisation(line, organisation) {
      const answer = await this.read({ line, organisation });
      if (!answer) return;
      if (answer.error) this.say(answer.error);
      this.preview.querySelector(`[data-choose-for="${line}"]`)?.focus();
    }

    async applyCorrection() {
      const field = (name) => this.correction.querySelector(`[data-field="${name}"]`).value;
      const line = this.corrected;
      const answer = await this.read({ line, kind: field('kind'), lang: field('lang') });
      if (!answer) return;
      if (answer.error) {
        const alert = this.correction?.querySelector('[data-correction-error]');
        if (alert) Object.assign(alert, { hidden: false, textContent: answer.error });
        return;
      }
      this.preview.querySelector(`[data-correct="${line}"]`)?.focus();
    }
  }

  /** What Wagtail's editor makes text areas from. */
  class SignatoryNamesInput {
    constructor(html) {
      this.html = html;
    }

    render(placeholder, name, id, initialState, parentCapabilities, options = {}) {
      const shell = document.createElement('div');
      shell.innerHTML = this.html.replace(/__NAME__/g, name).replace(/__ID__/g, id).trim();
      const root = shell.querySelector('[data-signatory-names]');
      placeholder.replaceWith(root);
      const text = root.querySelector('[data-text]');
      Object.entries(options.attributes ?? {}).forEach(([key, value]) => {
        if (key !== 'required') text.setAttribute(key, value);
      });
      const bound = new BoundSignatoryNames(root, parentCapabilities);
      bound.setState(initialState);
      return bound;
    }

    getByName(name, container) {
      const text = container.querySelector(`textarea[name="${CSS.escape(name)}"]`);
      return new BoundSignatoryNames(text.closest('[data-signatory-names]'));
    }
  }

  window.telepath.register('letters.SignatoryNamesInput', SignatoryNamesInput);
})();
