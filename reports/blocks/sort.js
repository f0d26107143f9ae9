"use strict";
// Makes the columns of larger tables sortable. Without this the page says the same.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => {
    const cell = row.cells[at];
    if (heads[at].dataset.kind === "text") return cell.textContent;
    return cell.dataset.value === undefined ? null : heads[at].dataset.kind === "number" ? Number(cell.dataset.value) : cell.dataset.value;
  };
  const order = (one, other) => typeof one === "string" ? compare(one, other) : one - other;
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => [key(row, at), row]);
      rows.sort(([one], [other]) => one === null || other === null
        ? (one === null) - (other === null) // what is not known stands last, whichever way
        : down ? order(other, one) : order(one, other));
      body.append(...rows.map(([, row]) => row));
    });
  });
  table.caption.querySelector(".sorts").hidden = false;
}
