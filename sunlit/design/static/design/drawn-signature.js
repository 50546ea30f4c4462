/* Lets an applicant draw a signature. Without scripts the typed name is the signature. */

function sheetOf(box) {
  const sheet = box.querySelector("canvas");
  const kept = document.getElementById(box.dataset.drawn);
  const pen = sheet.getContext("2d");
  if (!kept || !pen) return;
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#1a1a1a";
  let drawing = false;

  function wipe() {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, sheet.width, sheet.height);
    kept.value = "";
  }

  function place(event) {
    const frame = sheet.getBoundingClientRect();
    return [
      ((event.clientX - frame.left) * sheet.width) / frame.width,
      ((event.clientY - frame.top) * sheet.height) / frame.height,
    ];
  }

  sheet.addEventListener("pointerdown", (event) => {
    drawing = true;
    sheet.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    sheet.addEventListener(end, () => {
      if (drawing) kept.value = sheet.toDataURL("image/png");
      drawing = false;
    });
  }
  box.querySelector("button").addEventListener("click", wipe);
  wipe();
  box.hidden = false;
}

document.querySelectorAll("[data-drawn]").forEach(sheetOf);
