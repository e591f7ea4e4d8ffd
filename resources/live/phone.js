"use strict";
/* The phone's side of a live quiz. The room sends its whole state; this page shows it and sends answers back.
   What was typed and not yet received is kept in localStorage until the question is over, so that sleep, a closed page
   or a restarted room lose nothing. Text is only ever set as text. */
(() => {
  const WORDS = {
    en: {
      title: "Live quiz", other: "Français", joinHead: "Join the class",
      kept: "Nothing about you is kept after the lesson.", code: "Code on the board", name: "A name, if you like",
      join: "Join", joining: "Joining …", wrongCode: "That is not the code. Look at the board again.",
      wait: "Too many tries. Wait %1 seconds, then try again.", full: "The room is full.", closed: "The session is over.",
      failed: "That did not work. Try again.", inHead: "You are in", inText: "Wait for the first question.",
      hello: "Your name here: %1", question: "Question %1 of %2", questionShort: "Question %1",
      onBoard: "The question is on the board.", readHead: "Read the question",
      read: "Think about it by yourself. The vote opens in a moment.", one: "Choose one answer",
      many: "Tick every right answer", judge: "True or false?", why: "Why?", yes: "True", no: "False",
      number: "Your number", order: "Put these in order, the first at the top", up: "Move up", down: "Move down",
      moved: "%1 is now number %2.", word: "A word or a few words", day: "Your date", pick: "Date on the line",
      exact: "Or enter the date", dayLess: "1 day earlier", dayMore: "1 day later", monthLess: "1 month earlier",
      monthMore: "1 month later", sure: "How sure are you?", sureLevels: ["Not sure", "Fairly sure", "Sure"],
      send: "Send answer", sending: "Sending …", missing: "Answer first.", missingReason: "Choose a reason as well.",
      unsound: "This answer cannot be read. Write a number, for example 1200 or 1,200.",
      gotHead: "Answer received", gotFirst: "Wait until all have answered.", gotSecond: "Wait for the explanation.",
      yours: "Your answer: %1", countedHead: "The vote is closed", counted: "Look at the board.",
      lateHead: "The vote is closed", late: "The vote was closed before your answer arrived.",
      talkHead: "Talk with your neighbour", talk: "Say which answer you gave, and why. Listen. Then you vote again.",
      again: "Second vote", before: "First you said: %1", explainedHead: "The answer",
      right: "Right", partly: "Partly right", wrong: "Wrong", theAnswer: "Answer: %1", notAnswer: "Not the answer",
      isAnswer: "The answer", reasonHead: "Reasons", sources: "Sources", endHead: "The session is over",
      end: "Nothing about you is kept. You may close this page.", lost: "No connection. Trying again …",
      waiting: "Your answer is kept and is sent as soon as the connection is back.",
      outHead: "You are no longer in this room", content: "Before you read", to: "to",
    },
    fr: {
      title: "Quiz en direct", other: "English", joinHead: "Rejoindre la classe",
      kept: "Rien sur vous n’est conservé après le cours.", code: "Code affiché au tableau", name: "Un nom, si vous voulez",
      join: "Rejoindre", joining: "Connexion …", wrongCode: "Ce n’est pas le bon code. Regardez de nouveau le tableau.",
      wait: "Trop d’essais. Attendez %1 secondes, puis réessayez.", full: "La salle est pleine.",
      closed: "La séance est terminée.", failed: "Cela n’a pas fonctionné. Réessayez.", inHead: "Vous êtes dans la salle",
      inText: "Attendez la première question.", hello: "Votre nom ici : %1", question: "Question %1 sur %2",
      questionShort: "Question %1", onBoard: "La question est au tableau.", readHead: "Lisez la question",
      read: "Réfléchissez en silence. Le vote ouvre dans un instant.", one: "Choisissez une réponse",
      many: "Cochez toutes les bonnes réponses", judge: "Vrai ou faux ?", why: "Pourquoi ?", yes: "Vrai", no: "Faux",
      number: "Votre nombre", order: "Mettez dans l’ordre, le premier en haut", up: "Monter", down: "Descendre",
      moved: "%1 est maintenant numéro %2.", word: "Un mot ou quelques mots", day: "Votre date", pick: "Date sur la ligne",
      exact: "Ou saisissez la date", dayLess: "1 jour plus tôt", dayMore: "1 jour plus tard", monthLess: "1 mois plus tôt",
      monthMore: "1 mois plus tard", sure: "En êtes-vous sûr(e) ?", sureLevels: ["Pas sûr(e)", "Assez sûr(e)", "Sûr(e)"],
      send: "Envoyer la réponse", sending: "Envoi …", missing: "Répondez d’abord.",
      missingReason: "Choisissez aussi une raison.",
      unsound: "Cette réponse ne peut pas être lue. Écrivez un nombre, par exemple 1200.",
      gotHead: "Réponse reçue", gotFirst: "Attendez que tous aient répondu.", gotSecond: "Attendez l’explication.",
      yours: "Votre réponse : %1", countedHead: "Le vote est clos", counted: "Regardez le tableau.",
      lateHead: "Le vote est clos", late: "Le vote a été clos avant l’arrivée de votre réponse.",
      talkHead: "Parlez avec votre voisin", talk: "Dites quelle réponse vous avez donnée, et pourquoi. Écoutez. Puis vous votez de nouveau.",
      again: "Second vote", before: "D’abord vous avez dit : %1", explainedHead: "La réponse",
      right: "Juste", partly: "En partie juste", wrong: "Faux", theAnswer: "Réponse : %1", notAnswer: "Pas la réponse",
      isAnswer: "La réponse", reasonHead: "Raisons", sources: "Sources", endHead: "La séance est terminée",
      end: "Rien sur vous n’est conservé. Vous pouvez fermer cette page.", lost: "Pas de connexion. Nouvel essai …",
      waiting: "Votre réponse est gardée et part dès que la connexion revient.",
      outHead: "Vous n’êtes plus dans cette salle", content: "Avant de lire", to: "au",
    },
  };
  const SURE = ["not-sure", "fairly-sure", "sure"];
  const KEY = "r2p-live";
  const main = document.getElementById("main");
  const where = document.getElementById("where");
  const status = document.getElementById("status");
  const languageButton = document.getElementById("language");

  let kept = load();
  let language = kept.language || ((navigator.language || "en").toLowerCase().startsWith("fr") ? "fr" : "en");
  let state = null, shown = "", socket = null, isSending = false, isLooping = false, problem = "", hiddenAt = 0;

  // --- small things ---------------------------------------------------------------------------------------------

  function load() {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch { return memory || {}; }
  }
  let memory = null;
  function keep(changes) {
    kept = { ...kept, ...changes };
    memory = kept;
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* private mode: for as long as the page is open */ }
  }
  function t(name, ...values) {
    return values.reduce((text, value, index) => text.replace(`%${index + 1}`, () => value), WORDS[language][name]);
  }
  function el(tag, options = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name in made && name !== "list") made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const letter = (index) => String.fromCharCode(65 + index);
  const contentLanguage = () => (state && state.language) || "en";
  function dayText(day) {
    const format = new Intl.DateTimeFormat(language === "fr" ? "fr" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
    return format.format(new Date(day * 864e5));
  }
  function isoDay(day) { return new Date(day * 864e5).toISOString().slice(0, 10); }
  function say(text) { if (status.textContent !== text) status.textContent = text; }

  // --- talking to the room --------------------------------------------------------------------------------------

  async function ask(path, options = {}) {
    const headers = kept.token ? { Authorization: `Bearer ${kept.token}` } : {};
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), options.patience || 8000);
    try {
      const answer = await fetch(path, { ...options, headers, signal: stop.signal, cache: "no-store" });
      return { status: answer.status, body: await answer.json().catch(() => ({})) };
    } catch {
      return { status: 0, body: {} };
    } finally { clearTimeout(timer); }
  }

  async function join(code, name) {
    const answer = await ask("/join", { method: "POST", body: JSON.stringify({ code, name }) });
    if (answer.status === 200) {
      keep({ token: answer.body.token, pending: null, draft: null });
      history.replaceState(null, "", "/");
      follow();
      return "";
    }
    if (answer.status === 403) return t("wrongCode");
    if (answer.status === 429) return t("wait", answer.body.wait);
    if (answer.status === 503) return t("full");
    return answer.status === 409 ? t("closed") : t("failed");
  }

  /* Keep the state fresh for as long as there is a token: over a WebSocket; where none can be had, by asking. */
  async function follow() {
    if (isLooping) return;
    isLooping = true;
    let failures = 0;
    while (kept.token) {
      const heard = failures < 2 && await overSocket();
      if (!kept.token) break;
      failures = heard ? 0 : failures + 1;
      await pause(200);
      const isPolling = failures >= 2;
      const known = isPolling && state && !status.textContent ? state.version : "";
      const answer = await ask(`/state?after=${known}`, { patience: 40000 });
      if (answer.status === 200) {
        show(answer.body);
        if (failures > 20) failures = 0;
      } else if (answer.status === 401) {
        leave("outHead");
      } else {
        say(kept.pending ? `${t("lost")} ${t("waiting")}` : t("lost"));
        await pause(1000 + Math.random() * 1000);
        if (failures > 4) failures = 0;
      }
    }
    isLooping = false;
  }
  function overSocket() {
    return new Promise((done) => {
      let heard = false;
      try { socket = new WebSocket(`ws://${location.host}/live`); } catch { done(false); return; }
      const patience = setTimeout(() => { if (!heard) socket.close(); }, 6000);
      socket.onopen = () => socket.send(JSON.stringify({ token: kept.token }));
      socket.onmessage = (event) => { heard = true; show(JSON.parse(event.data)); };
      socket.onclose = () => { clearTimeout(patience); socket = null; done(heard); };
    });
  }
  function leave(head) {
    keep({ token: null, pending: null, draft: null });
    state = null;
    if (socket) socket.close();
    render(head);
  }

  async function send(reply, sure) {
    keep({ pending: { place: state.number - 1, round: state.round, reply, sure } });
    await sendPending();
  }
  async function sendPending() {
    const pending = kept.pending;
    if (isSending || !pending || !kept.token) return;
    isSending = true;
    problem = "";
    render();
    const { place, round, reply, sure } = pending;
    const body = JSON.stringify(sure ? { place, round, reply, sure } : { place, round, reply });
    const answer = await ask("/vote", { method: "POST", body });
    isSending = false;
    if (answer.status === 200) {
      show(answer.body);
    } else if (answer.status === 401) {
      leave("outHead");
    } else if (answer.status === 0) {
      say(`${t("lost")} ${t("waiting")}`);
      render();
      await pause(1500);
      if (kept.pending === pending) sendPending();
    } else {
      problem = answer.body.reason === "unsound" || answer.status === 400 ? t("unsound") : t("late");
      keep({ pending: null });
      render();
    }
  }

  function show(next) {
    if (!kept.token || (state && next.version < state.version)) return;
    state = next;
    say("");
    if (next.phase === "ended") {
      keep({ token: null, pending: null, draft: null });
      if (socket) socket.close();
    }
    const pending = kept.pending, isSame = pending && pending.place === next.number - 1 && pending.round === next.round;
    if (pending && !isSame) keep({ pending: null });
    render();
    if (isSame && !next.given && isVoting()) sendPending();
  }
  const isVoting = () => state && (state.phase === "first-vote" || state.phase === "second-vote");

  // --- what is shown --------------------------------------------------------------------------------------------

  function render(head = "") {
    const signature = JSON.stringify([language, head, problem, isSending, state && [state.phase, state.number, state.round,
      state.given, state.name, state.explanation]]);
    if (signature === shown) return;
    const isSameView = shown && viewName(shown) === viewName(signature);
    const focused = isSameView && document.activeElement ? document.activeElement.id : "";
    shown = signature;
    document.documentElement.lang = language;
    document.title = t("title");
    languageButton.textContent = t("other");
    languageButton.lang = language === "en" ? "fr" : "en";
    where.textContent = state && state.number ? t("question", state.number, state.total) : "";
    const view = el("div", {}, ...parts(head).flat().filter(Boolean));
    main.replaceChildren(view);
    const target = (focused && document.getElementById(focused)) || view.querySelector("h1");
    if (target && (!isSameView || focused)) target.focus({ preventScroll: Boolean(focused) });
    if (!focused) window.scrollTo(0, 0);
  }
  function viewName(signature) {
    const [, head, , , about] = JSON.parse(signature);
    return JSON.stringify([head, about && [about[0], about[1], about[2], Boolean(about[3])]]);
  }
  const h1 = (text, options = {}) => el("h1", { tabIndex: -1, id: "head", ...options }, text);
  const p = (text, className = "") => (text ? el("p", className ? { className } : {}, text) : null);

  function parts(head) {
    if (!state) return [joinView(head)];
    const views = { lobby: lobbyView, asked: askedView, "first-vote": voteView, counted: countedView, talk: talkView,
      "second-vote": voteView, explained: explainedView, ended: endView };
    return views[state.phase]();
  }
  function joinView(head) {
    const code = el("input", { type: "text", id: "code", className: "code", inputMode: "numeric", autocomplete: "off",
      maxLength: 12, required: true, value: location.hash.slice(1).replace(/\D/g, "") || kept.code || "" });
    const name = el("input", { type: "text", id: "name", maxLength: 24, autocomplete: "off" });
    const trouble = el("p", { className: "problem", role: "alert" });
    const button = el("button", { type: "submit", className: "primary" }, t("join"));
    const submit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      button.textContent = t("joining");
      trouble.textContent = await join(code.value, name.value);
      button.disabled = false;
      button.textContent = t("join");
      if (trouble.textContent) code.focus();
    };
    return el("form", { onsubmit: submit, noValidate: true }, h1(head ? t(head) : t("joinHead")), p(t("kept"), "muted"),
      el("div", { className: "field" }, el("label", { htmlFor: "code" }, t("code")), code),
      el("div", { className: "field" }, el("label", { htmlFor: "name" }, t("name")), name), trouble, button);
  }
  function lobbyView() {
    return [h1(t("inHead")), p(t("inText")), state.name ? p(t("hello", state.name), "muted") : null];
  }
  function prompt() {
    return state.prompt ? h1(state.prompt, { lang: contentLanguage() }) : h1(t("questionShort", state.number));
  }
  function note() {
    return state.note ? el("p", { className: "note" }, el("strong", {}, `${t("content")}: `),
      el("span", { lang: contentLanguage() }, state.note)) : null;
  }
  function askedView() {
    return [note(), prompt(), state.prompt ? null : p(t("onBoard")), p(t("read"), "muted")];
  }
  function countedView() {
    return [h1(t("countedHead")), yours("yours", state.given), p(t("counted"), "muted"), problem ? p(problem, "problem") : null];
  }
  function talkView() {
    return [h1(t("talkHead")), p(t("talk")), yours("yours", state.given)];
  }
  function endView() { return [h1(t("endHead")), p(t("end"))]; }

  function voteView() {
    if (state.given) {
      return [h1(t("gotHead")), yours("yours", state.given), p(t(state.round === 2 ? "gotSecond" : "gotFirst"), "muted")];
    }
    const answering = FORMS[state.form.kind](state.form, draft());
    const levels = state.asks_sure ? sureField() : null;
    const trouble = el("p", { className: "problem", id: "problem", role: "alert" }, problem);
    const button = el("button", { type: "submit", id: "send", className: "primary", disabled: isSending },
      t(isSending ? "sending" : "send"));
    const submit = (event) => {
      event.preventDefault();
      const answer = answering.answer();
      if (answer.missing) { trouble.textContent = answer.missing; return; }
      const checked = levels && levels.querySelector(":checked");
      send(answer.reply, checked ? checked.value : null);
    };
    const form = el("form", { onsubmit: submit, noValidate: true, oninput: () => remember(answering, levels) },
      ...answering.fields, levels || "", trouble, button);
    return [note(), state.round === 2 ? p(t("again"), "muted") : null, prompt(), state.prompt ? null : p(t("onBoard"), "muted"),
      state.before ? yours("before", state.before) : null, form];
  }
  function draft() {
    const saved = kept.pending && kept.pending.reply ? { ...kept.pending, number: kept.pending.place + 1 } : kept.draft;
    return saved && saved.number === state.number && saved.round === state.round ? saved : {};
  }
  function remember(answering, levels) {
    const checked = levels && levels.querySelector(":checked");
    keep({ draft: { number: state.number, round: state.round, reply: answering.answer().reply, sure: checked && checked.value } });
  }
  function sureField() {
    const level = draft().sure;
    const rows = SURE.map((value, index) => el("label", { className: "option" },
      el("input", { type: "radio", name: "sure", value, checked: value === level, id: `sure-${index}` }), WORDS[language].sureLevels[index]));
    return el("fieldset", {}, el("legend", {}, t("sure")), el("div", { className: "row" }, ...rows));
  }

  function optionRows(name, type, texts, chosen, letters = true) {
    return texts.map((text, index) => el("label", { className: "option" },
      el("input", { type, name, value: String(index), id: `${name}-${index}`, checked: chosen.includes(index) }),
      letters ? el("span", { className: "letter" }, letter(index)) : "", el("span", { lang: letters ? contentLanguage() : language }, text)));
  }
  const picked = (root, name) => [...root.querySelectorAll(`[name=${name}]:checked`)].map((input) => Number(input.value));

  const FORMS = {
    choice(form, saved) {
      const chosen = saved.reply ? saved.reply.options : [];
      const field = el("fieldset", {}, el("legend", {}, t(form.many ? "many" : "one")),
        ...optionRows("option", form.many ? "checkbox" : "radio", form.options, chosen));
      return { fields: [field], answer() {
        const options = picked(field, "option");
        return { reply: { kind: "choice", options }, missing: options.length ? "" : t("missing") };
      } };
    },
    judgement(form, saved) {
      const chosen = saved.reply && saved.reply.value !== null ? [saved.reply.value ? 0 : 1] : [];
      const reason = saved.reply && saved.reply.reason !== null ? [saved.reply.reason] : [];
      const first = el("fieldset", {}, el("legend", {}, t("judge")),
        el("div", { className: "row" }, ...optionRows("judgement", "radio", [t("yes"), t("no")], chosen, false)));
      const second = el("fieldset", {}, el("legend", {}, t("why")), ...optionRows("reason", "radio", form.reasons, reason));
      return { fields: form.reasons.length ? [first, second] : [first], answer() {
        const [value] = picked(first, "judgement"), [why] = picked(second, "reason");
        const missing = value === undefined ? t("missing") : form.reasons.length && why === undefined ? t("missingReason") : "";
        return { reply: { kind: "judgement", value: value === undefined ? null : value === 0, reason: why === undefined ? null : why }, missing };
      } };
    },
    number(form, saved) {
      const input = el("input", { type: "text", id: "number", inputMode: "decimal", maxLength: 60, autocomplete: "off",
        value: saved.reply ? saved.reply.text : "", "aria-describedby": "unit" });
      const field = el("div", { className: "field" }, el("label", { htmlFor: "number" }, t("number")),
        el("div", { className: "unit" }, input, el("span", { id: "unit", lang: contentLanguage() }, form.unit)));
      return { fields: [field], answer: () => ({ reply: { kind: "number", text: input.value }, missing: input.value.trim() ? "" : t("missing") }) };
    },
    word(form, saved) {
      const input = el("input", { type: "text", id: "word", maxLength: 100, autocomplete: "off", autocapitalize: "off",
        spellcheck: false, value: saved.reply ? saved.reply.text : "" });
      const field = el("div", { className: "field" }, el("label", { htmlFor: "word" }, t("word")), input);
      return { fields: [field], answer: () => ({ reply: { kind: "word", text: input.value }, missing: input.value.trim() ? "" : t("missing") }) };
    },
    order(form, saved) {
      const order = saved.reply && saved.reply.items.length === form.items.length ? [...saved.reply.items] : form.items.map((_, index) => index);
      const list = el("ol", { className: "order" });
      const words = (item) => (form.items[item] ? `${letter(item)} ${form.items[item]}` : letter(item));
      const move = (from, to, direction) => {
        const [item] = order.splice(from, 1);
        order.splice(to, 0, item);
        draw();
        list.dispatchEvent(new Event("input", { bubbles: true }));
        const own = document.getElementById(`${direction}-${item}`);
        (own.disabled ? document.getElementById(`${direction === "up" ? "down" : "up"}-${item}`) : own).focus();
        spoken.textContent = t("moved", words(item), to + 1);
      };
      const stepButton = (direction, item, index, to) => el("button", { type: "button", id: `${direction}-${item}`,
        disabled: to < 0 || to >= order.length, "aria-label": `${t(direction)}: ${words(item)}`,
        onclick: () => move(index, to, direction) }, direction === "up" ? "▲" : "▼");
      const draw = () => list.replaceChildren(...order.map((item, index) => el("li", {},
        el("span", { className: "letter" }, letter(item)), el("span", { lang: contentLanguage() }, form.items[item]),
        stepButton("up", item, index, index - 1), stepButton("down", item, index, index + 1))));
      draw();
      const spoken = el("p", { className: "spoken", role: "status" });
      return { fields: [el("fieldset", {}, el("legend", {}, t("order")), list, spoken)],
        answer: () => ({ reply: { kind: "order", items: [...order] }, missing: "" }) };
    },
    day(form, saved) {
      const middle = Math.round((form.start + form.end) / 2);
      let touched = Boolean(saved.reply);
      const slider = el("input", { type: "range", id: "slider", min: form.start, max: form.end, step: 1, "aria-label": t("pick") });
      const date = el("input", { type: "date", id: "date", min: isoDay(form.start), max: isoDay(form.end) });
      const words = el("output", { htmlFor: "slider date" });
      const set = (day, from) => {
        const inside = Math.min(form.end, Math.max(form.start, day));
        slider.value = String(inside);
        slider.setAttribute("aria-valuetext", dayText(inside));
        if (from !== date) date.value = isoDay(inside);
        words.textContent = dayText(inside);
      };
      const stepBy = (days, months) => () => {
        const at = new Date(Number(slider.value) * 864e5);
        at.setUTCMonth(at.getUTCMonth() + months);
        touched = true;
        set(Math.round(at / 864e5) + days);
        slider.dispatchEvent(new Event("change", { bubbles: true }));
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
      slider.addEventListener("input", () => { touched = true; set(Number(slider.value)); });
      date.addEventListener("input", () => { if (date.valueAsNumber) { touched = true; set(Math.round(date.valueAsNumber / 864e5), date); } });
      const step = (name, days, months) => el("button", { type: "button", id: name, onclick: stepBy(days, months) }, t(name));
      const field = el("fieldset", {}, el("legend", {}, t("day")), words, slider,
        el("p", { className: "muted" }, `${dayText(form.start)} – ${dayText(form.end)}`),
        el("div", { className: "steps" }, step("monthLess", 0, -1), step("dayLess", -1, 0), step("dayMore", 1, 0), step("monthMore", 0, 1)),
        el("div", { className: "field" }, el("label", { htmlFor: "date" }, t("exact")), date));
      set(saved.reply ? saved.reply.day : middle);
      return { fields: [field], answer: () => ({ reply: { kind: "day", day: Number(slider.value) }, missing: touched ? "" : t("missing") }) };
    },
  };

  function replyText(reply, form) {
    const named = (index) => { const text = (form.options || form.items || form.reasons)[index]; return text ? `${letter(index)}. ${text}` : letter(index); };
    if (reply.kind === "choice") return reply.options.map(named).join("; ");
    if (reply.kind === "order") return reply.items.map(named).join("; ");
    if (reply.kind === "judgement") return t(reply.value ? "yes" : "no") + (reply.reason === null || reply.reason === undefined ? "" : `: ${named(reply.reason)}`);
    if (reply.kind === "number") return `${reply.text} ${form.unit}`;
    return reply.kind === "day" ? dayText(reply.day) : reply.text;
  }
  function yours(name, given) {
    return given ? p(t(name, replyText(given.reply, state.form))) : null;
  }
  function explainedView() {
    const told = state.explanation, last = state.given || state.before;
    const key = told.days ? dayText(told.days[0]) + (told.days[1] > told.days[0] ? ` ${t("to")} ${dayText(told.days[1])}` : "") : replyText(told.key, state.form);
    const outcome = told.outcome ? el("p", { className: `mark ${told.outcome}` }, `${{ right: "✓", partly: "◐", wrong: "✗" }[told.outcome]} ${t(told.outcome)}`) : null;
    const isOrder = state.form.kind === "order";
    const why = (told.why || []).map((one) => el("li", { className: one.right ? "right" : "" },
      isOrder ? "" : el("span", { className: "mark" }, `${one.right ? "✓" : "–"} ${t(one.right ? "isAnswer" : "notAnswer")} `),
      el("strong", { lang: contentLanguage() }, `${{ true: t("yes"), false: t("no") }[one.text] || one.text}. `),
      el("span", { lang: contentLanguage() }, one.rationale)));
    return [h1(t("explainedHead")), state.prompt ? el("p", { lang: contentLanguage() }, state.prompt) : null,
      el("p", { lang: contentLanguage() }, el("strong", {}, t("theAnswer", key))), outcome,
      last ? yours("yours", last) : null,
      told.rationale ? el("p", { lang: contentLanguage() }, told.rationale) : null,
      why.length ? el("h2", {}, t("reasonHead")) : null, why.length ? el("ul", { className: "why" }, ...why) : null,
      told.sources.length ? el("h2", {}, t("sources")) : null,
      el("ul", { className: "sources", lang: contentLanguage() }, ...told.sources.map((one) => el("li", {}, one)))];
  }

  // --- beginning ------------------------------------------------------------------------------------------------

  languageButton.addEventListener("click", () => {
    language = language === "en" ? "fr" : "en";
    keep({ language });
    render();
    languageButton.focus();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { hiddenAt = Date.now(); return; }
    if (socket && Date.now() - hiddenAt > 3000) socket.close();  // it may be dead without knowing
  });
  const connectAgain = () => { if (socket) socket.close(); };  // and so ask for what was missed
  window.addEventListener("online", connectAgain);
  window.addEventListener("pageshow", connectAgain);
  document.addEventListener("resume", connectAgain);
  window.addEventListener("hashchange", () => { if (!state) { shown = ""; render(); } });

  render();
  if (kept.token) follow();
})();
