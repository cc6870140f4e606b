"use strict";
(() => {
const doc = (id) => document.getElementById(id);
const D = JSON.parse(doc("du-lieu").textContent);
const KQ = JSON.parse(doc("ten-ket-qua").textContent);
const MISSING = KQ.findIndex((k) => k.ma === "missing");
const PAGE = 100;
// Two versions: both sides' names; else a plan and what stands above it.
const VERSIONS = Boolean(D.hai_ban);
const [ABOVE, BELOW] = D.hai_ban || ["Cấp trên", "Kế hoạch"];
const SUMS = VERSIONS ? KQ : KQ.slice(0, 3);
const text = (i) => D.chu[i];
const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// Every text that is not ours goes in as text, never as markup.
function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") e.className = value; else if (value !== null) e.setAttribute(name, value);
  }
  e.append(...children.filter((c) => c !== null && c !== undefined));
  return e;
}

const side = (s, file) => ({ma: text(s[0]), chu: text(s[1]), neu: text(s[2]), cho: text(file) + ":" + s[3]});
for (const khung of D.khung) {
  khung.cac_muc = khung.muc.map((m, i) => ({
    i, ...side(m, m[4]), dong: m[3], chi_tieu: m[5] === 1, bat_buoc: false,
    rang_buoc: text(m[6]), tin_cay: text(m[7]),
  })).sort((a, b) => a.dong - b.dong);
  khung.theo_so = new Map(khung.cac_muc.map((m) => [m.i, m]));
}
const plans = D.ke_hoach.map((k, i) => {
  const khung = D.khung[k[3]];
  const rows = k[5].map((i) => {
    const r = D.dong[i];
    const muc = r[0] < 0 ? null : VERSIONS ? side(r[0], k[7]) : khung.theo_so.get(r[0]);
    if (muc && r[4]) muc.bat_buoc = true;
    return {muc, kq: r[1], duoi: r[2], khac: r[3], bat_buoc: r[4] === 1, loi: text(r[5])};
  });
  const dem = KQ.map(() => 0);
  for (const r of rows) if (r.bat_buoc) dem[r.kq] += 1;
  return {i, ten: text(k[0]), nhan: text(k[6]), xa: text(k[1]), tinh: text(k[2]), khung: k[3], tep: k[4], rows, dem};
});
const many = plans.length > 1;
const state = {view: many ? "bang" : "danh-sach", plan: plans[0], sort: null, down: false, shown: PAGE};

const collator = new Intl.Collator("vi");
const chosen = () => new Set([...document.querySelectorAll("#ket-qua input:checked")].map((e) => Number(e.value)));
const needle = () => fold(doc("tim").value.trim());
const bound = () => doc("bat-buoc").checked;

function words(p, r) {
  if (r.tim === undefined) {
    const own = r.duoi.map((s) => text(s[0]) + " " + text(s[1]) + " " + text(s[2])).join(" ");
    r.tim = fold((r.muc ? r.muc.ma + " " + r.muc.chu + " " + r.muc.neu + " " : "") + own);
  }
  return r.tim;
}

const terms = (name, m) => [name, m.rang_buoc, m.tin_cay && "mức tin cậy: " + m.tin_cay].filter(Boolean).join(", ");

function open(p, r) {
  const box = doc("chi-tiet");
  const kq = KQ[r.kq];
  const part = (name, s) => el("section", {}, el("h3", {}, name), el("p", {}, s.chu),
    s.neu ? el("p", {}, el("b", {}, s.neu)) : null, el("small", {}, (s.ma && s.ma + " · ") + s.cho));
  const none = (name) => el("section", {}, el("h3", {}, name), el("p", {}, "không có mục này"));
  const above = r.muc ? part(terms(ABOVE, r.muc), r.muc) : none(ABOVE);
  const below = el("div", {}, ...r.duoi.map((s) => part(BELOW, side(s, p.tep))));
  if (!r.duoi.length) below.append(none(BELOW));
  box.replaceChildren(
    el("h2", {}, p.nhan),
    el("p", {}, el("span", {class: "the " + kq.ma}, kq.dau + " " + kq.ten), " " + r.loi),
    el("div", {class: "hai-ben"}, above, below),
    el("ul", {}, ...r.khac.map((i) => el("li", {}, text(i)))));
  doc("hop").showModal();
}

function head(columns) {
  return el("thead", {}, el("tr", {}, ...columns.map(([key, name, cls, title]) => el("th", {
    "data-cot": key || null, class: cls || "", title: title || null,
    "aria-sort": state.sort === key ? (state.down ? "descending" : "ascending") : null,
  }, name))));
}

function sorted(list, keys) {
  const key = keys[state.sort];
  if (!key) return list;
  const by = (a, b) => { const x = key(a), y = key(b); return typeof x === "string" ? collator.compare(x, y) : x - y; };
  const out = [...list].sort(by);
  return state.down ? out.reverse() : out;
}

// What a row is known by: the words above, but of two versions the new words.
const known = (r) => (r.duoi.length && (VERSIONS || !r.muc) ? {ma: text(r.duoi[0][0]), chu: text(r.duoi[0][1])} : r.muc);

function drawList(only, find) {
  const p = state.plan;
  const name = (r) => known(r).chu;
  let rows = p.rows.filter((r) => (!only.size || only.has(r.kq)) && (!bound() || r.bat_buoc) && (!find || words(p, r).includes(find)));
  rows = sorted(rows, {muc: name, khung: (r) => (r.muc ? r.muc.neu : ""), ke_hoach: (r) => (r.duoi.length ? text(r.duoi[0][2]) : ""), kq: (r) => r.kq});
  const body = el("tbody");
  for (const r of rows.slice(0, state.shown)) {
    const kq = KQ[r.kq];
    const nothing = VERSIONS ? "" : "không nêu";
    const own = r.duoi.length ? r.duoi.map((s) => el("div", {}, text(s[2]) || nothing)) : ["–"];
    const tr = el("tr", {tabindex: 0}, el("td", {}, name(r), " ", el("small", {}, known(r).ma)),
      el("td", {}, r.muc ? r.muc.neu || (VERSIONS ? "" : "–") : "–", " ", r.muc && r.muc.rang_buoc && !r.bat_buoc ? el("small", {}, "(" + r.muc.rang_buoc + ")") : null),
      el("td", {}, ...own),
      VERSIONS ? el("td", {}, ...r.khac.map((i) => el("div", {}, text(i)))) : null,
      el("td", {class: kq.ma}, kq.dau + " " + kq.ten));
    tr.onclick = () => open(p, r);
    tr.onkeydown = (e) => { if (e.key === "Enter") open(p, r); };
    body.append(tr);
  }
  const columns = [["muc", "Mục"], ["khung", ABOVE], ["ke_hoach", BELOW], ["kq", "Kết quả"]];
  if (VERSIONS) columns.splice(3, 0, ["", "Khác ở chỗ"]);
  const table = el("table", {class: "danh-sach" + (VERSIONS ? " hai-ban" : "")}, head(columns), body);
  const title = many ? [el("h2", {}, p.nhan + (D.khung.length > 1 ? " so với " + D.khung[p.khung].ten : ""))] : [];
  doc("noi-dung").replaceChildren(...title, table);
  return rows.length;
}

function filtered(only, find) {
  const tinh = doc("tinh").value, khung = Number(doc("khung").value);
  return plans.filter((p) => p.khung === khung && (!tinh || p.tinh === tinh)
    && (!find || (p.tim = p.tim || fold(p.xa + " " + p.tinh + " " + p.ten)).includes(find))
    && (!only.size || p.rows.some((r) => only.has(r.kq) && (!bound() || r.bat_buoc))));
}

function drawMatrix(only, find) {
  const list = filtered(only, find);
  const muc = D.khung[Number(doc("khung").value)].cac_muc.filter((m) => !bound() || m.bat_buoc);
  const at = (p) => p.theo_muc || (p.theo_muc = new Map(p.rows.filter((r) => r.muc).map((r) => [r.muc.i, r])));
  const keys = {xa: (p) => p.xa, tinh: (p) => p.tinh};
  SUMS.forEach((k, i) => { keys["dem" + i] = (p) => -p.dem[i]; });
  for (const m of muc) keys["m" + m.i] = (p) => { const r = at(p).get(m.i); return r ? r.kq : 99; };
  const rows = sorted(list, keys);
  const body = el("tbody");
  for (const p of rows.slice(0, state.shown)) {
    const link = el("button", {type: "button", title: "Xem cả kế hoạch"}, p.xa);
    link.onclick = () => { state.plan = p; show("danh-sach"); };
    const tr = el("tr", {}, el("th", {}, link), el("td", {}, p.tinh), ...SUMS.map((k, i) => el("td", {class: "so"}, String(p.dem[i] || ""))));
    for (const m of muc) {
      const r = at(p).get(m.i);
      const soft = r && r.kq === MISSING && !r.bat_buoc;
      const td = el("td", {class: "o" + (r && !soft ? " " + KQ[r.kq].ma : "") + (r && only.size && !only.has(r.kq) ? " mo" : "")});
      if (r) {
        const button = el("button", {type: "button", title: m.ma + ": " + KQ[r.kq].ten}, soft ? "–" : KQ[r.kq].dau);
        button.onclick = () => open(p, r);
        td.append(button);
      }
      tr.append(td);
    }
    body.append(tr);
  }
  const counts = SUMS.map((k, i) => ["dem" + i, VERSIONS ? k.ten : k.dau, "so", "Số mục " + (VERSIONS ? "" : "bắt buộc ") + k.ten]);
  const columns = muc.map((m) => ["m" + m.i, m.ma, "muc" + (m.bat_buoc ? "" : " kk"), m.chu + (m.neu ? " (" + m.neu + ")" : "")]);
  const table = el("table", {class: "bang"}, head([["xa", "Xã, phường, đặc khu"], ["tinh", "Tỉnh"], ...counts, ...columns]), body);
  const note = el("p", {class: "phu"}, "– kế hoạch không có, khung chỉ khuyến khích; chữ nghiêng là mục khung không bắt buộc với cấp xã; bấm vào ô để xem hai bên");
  doc("noi-dung").replaceChildren(table, VERSIONS ? "" : note);
  return list.length;
}

function drawProvinces(only, find) {
  const sums = new Map();
  for (const p of filtered(only, find)) {
    const s = sums.get(p.tinh) || {tinh: p.tinh, xa: 0, thieu: 0, dem: KQ.map(() => 0)};
    s.xa += 1;
    p.dem.forEach((n, i) => { s.dem[i] += n; });
    if (SUMS.some((k, i) => p.dem[i])) s.thieu += 1;
    sums.set(p.tinh, s);
  }
  const keys = {tinh: (s) => s.tinh, xa: (s) => s.xa, thieu: (s) => s.thieu};
  const columns = VERSIONS ? KQ : KQ.slice(0, -1);
  columns.forEach((k, i) => { keys["dem" + i] = (s) => s.dem[i]; });
  const rows = sorted([...sums.values()].sort((a, b) => collator.compare(a.tinh, b.tinh)), keys);
  const body = el("tbody", {}, ...rows.map((s) => el("tr", {}, el("td", {}, s.tinh), el("td", {class: "so"}, String(s.xa)), el("td", {class: "so"}, String(s.thieu)),
    ...columns.map((k, i) => el("td", {class: "so " + (s.dem[i] ? k.ma : "")}, String(s.dem[i]))))));
  doc("noi-dung").replaceChildren(el("table", {}, head([["tinh", "Tỉnh"], ["xa", "Số xã"], ["thieu", VERSIONS ? "Xã có khác biệt" : "Xã thấp hơn, muộn hơn hoặc thiếu"],
    ...columns.map((k, i) => ["dem" + i, k.dau + " " + k.ten])]), body));
  return rows.length;
}

const DRAW = {"danh-sach": drawList, bang: drawMatrix, tinh: drawProvinces};

function draw() {
  const total = DRAW[state.view](chosen(), needle());
  const left = total - state.shown;
  doc("them").replaceChildren();
  if (!total) doc("them").append("không có mục nào khớp");
  if (left > 0 && state.view !== "tinh") {
    for (const [name, n] of [["Hiện thêm " + Math.min(left, PAGE), state.shown + PAGE], ["Hiện cả " + total, total]]) {
      const b = el("button", {type: "button"}, name);
      b.onclick = () => { state.shown = n; draw(); };
      doc("them").append(b, " ");
    }
    doc("them").append("đang hiện " + state.shown + " trên " + total);
  }
}

function show(view) {
  Object.assign(state, {view, sort: null, down: false, shown: PAGE});
  for (const b of doc("the-trang").children) b.setAttribute("aria-pressed", String(b.value === view));
  const counts = view === "danh-sach" ? KQ.map((k, i) => state.plan.rows.filter((r) => r.kq === i).length)
    : KQ.map((k, i) => plans.reduce((n, p) => n + p.dem[i], 0));
  document.querySelectorAll("#ket-qua i").forEach((e, i) => { e.textContent = counts[i] || ""; });
  draw();
}

function fill(select, options) {
  select.replaceChildren(...options.map(([value, name]) => el("option", {value}, name)));
  select.hidden = options.length < 2 || !many;
}

const provinces = [...new Set(plans.map((p) => p.tinh))].sort(collator.compare);
fill(doc("tinh"), [["", "Mọi tỉnh"], ...provinces.map((t) => [t, t])]);
fill(doc("khung"), D.khung.map((k, i) => [String(i), k.ten]));
if (many) {
  for (const [view, name] of [["bang", "Bảng"], ["tinh", "Theo tỉnh"], ["danh-sach", "Một kế hoạch"]]) {
    const b = el("button", {type: "button", value: view}, name);
    b.onclick = () => show(view);
    doc("the-trang").append(b);
  }
}
doc("bat-buoc").parentElement.hidden = VERSIONS;
let waiting = 0;
doc("loc").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { state.shown = PAGE; draw(); }, 120); });
doc("loc").addEventListener("submit", (e) => e.preventDefault());
doc("noi-dung").addEventListener("click", (e) => {
  const th = e.target.closest("th[data-cot]");
  if (!th) return;
  state.down = state.sort === th.dataset.cot && !state.down;
  state.sort = th.dataset.cot;
  draw();
});
// On paper stands all that is chosen, not the page of it that the screen shows.
addEventListener("beforeprint", () => { const shown = state.shown; state.shown = Infinity; draw(); state.shown = shown; });
addEventListener("afterprint", draw);
show(state.view);
document.body.dataset.xong = "1";
})();
