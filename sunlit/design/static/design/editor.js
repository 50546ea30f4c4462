/* Turns the plain field of a longer text into an editor. Without scripts the field stays as it is.
   What is sent is the editor's HTML; the server makes the text of it, as it does of every paste. */

const TOOLS = [
  ["bold", (chain) => chain.toggleBold(), (editor) => editor.isActive("bold")],
  ["italic", (chain) => chain.toggleItalic(), (editor) => editor.isActive("italic")],
  ["heading", (chain) => chain.toggleHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  ["subheading", (chain) => chain.toggleHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
  ["bullets", (chain) => chain.toggleBulletList(), (editor) => editor.isActive("bulletList")],
  ["numbers", (chain) => chain.toggleOrderedList(), (editor) => editor.isActive("orderedList")],
  ["table", (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), (editor) => editor.isActive("table")],
  ["row", (chain) => chain.addRowAfter(), () => false],
  ["column", (chain) => chain.addColumnAfter(), () => false],
  ["norow", (chain) => chain.deleteRow(), () => false],
  ["nocolumn", (chain) => chain.deleteColumn(), () => false],
  ["undo", (chain) => chain.undo(), () => false],
  ["redo", (chain) => chain.redo(), () => false],
];
const IN_A_TABLE = new Set(["row", "column", "norow", "nocolumn"]);

function named(node) {
  return node.extend({
    addAttributes() {
      return {
        ...this.parent?.(),
        attachment: {
          default: null,
          parseHTML: (element) => element.dataset.attachment ?? null,
          renderHTML: ({ attachment }) => (attachment ? { "data-attachment": attachment } : {}),
        },
      };
    },
  });
}

/* The kit would write widths and kinds of lists as styles, which the policy of the page forbids. */
function plain(kit) {
  return [
    kit.OrderedList.extend({
      addNodeView: () => null,
      renderHTML: ({ HTMLAttributes: { start } }) => ["ol", start > 1 ? { start } : {}, 0],
    }),
    kit.Table.extend({ addNodeView: () => null, renderHTML: () => ["table", {}, ["tbody", 0]] }),
  ];
}

async function cleaned(html, address, token) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "text/html; charset=utf-8", "X-CSRFToken": token },
    body: html,
  });
  return answer.ok ? answer.text() : null;
}

function toolbar(editor, words, field) {
  const bar = document.createElement("div");
  bar.className = "editor-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.tools);
  bar.setAttribute("aria-controls", field.id);
  const buttons = TOOLS.map(([name, act, isOn], at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "editor-tool";
    button.textContent = words[name];
    button.tabIndex = at ? -1 : 0;
    button.addEventListener("click", () => act(editor.chain().focus()).run());
    bar.append(button);
    return { name, button, isOn };
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const open = buttons.map(({ button }) => button).filter((button) => !button.hidden);
    const at = open.indexOf(document.activeElement);
    const next = open[(at + step + open.length) % open.length];
    for (const button of open) button.tabIndex = button === next ? 0 : -1;
    next.focus();
    event.preventDefault();
  });
  const look = () => {
    const inTable = editor.isActive("table");
    for (const { name, button, isOn } of buttons) {
      button.hidden = IN_A_TABLE.has(name) && !inTable;
      if (!IN_A_TABLE.has(name) && name !== "undo" && name !== "redo") {
        button.setAttribute("aria-pressed", String(isOn(editor)));
      }
    }
  };
  editor.on("transaction", look);
  look();
  return bar;
}

async function open(box) {
  const field = box.querySelector("textarea");
  const form = field.form;
  const words = JSON.parse(box.dataset.words);
  const kit = await import(box.dataset.kit);
  const place = document.createElement("div");
  place.className = "editor-place";
  const editor = new kit.Editor({
    element: place,
    injectCSS: false,
    content: box.querySelector("template").innerHTML,
    extensions: [
      kit.Document, kit.Paragraph, kit.Text, kit.Bold, kit.Italic, kit.HardBreak, kit.Blockquote,
      kit.Heading.configure({ levels: [2, 3, 4] }), kit.BulletList, kit.ListItem, ...plain(kit),
      kit.TableRow, kit.TableHeader, kit.TableCell, kit.UndoRedo, kit.Gapcursor, kit.TrailingNode,
      named(kit.Image), named(kit.Link).configure({ openOnClick: false, autolink: false }),
    ],
    editorProps: {
      attributes: {
        role: "textbox", "aria-multiline": "true", "aria-labelledby": box.dataset.label, id: `${field.id}_editor`,
        class: "editor-text prose", lang: "zh-Hans",
      },
      // Before the kit reads it: already to parse what Word writes would break the page's policy.
      handleDOMEvents: {
        paste(view, event) {
          const html = event.clipboardData?.getData("text/html");
          if (!html) return false;
          event.preventDefault();
          const words = event.clipboardData.getData("text/plain");
          const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
          cleaned(html, box.dataset.paste, token).then((clean) => {
            editor.chain().focus().insertContent(clean ?? words).run();
          });
          return true;
        },
      },
    },
  });
  box.append(toolbar(editor, words, field), place);
  field.hidden = true;
  field.removeAttribute("required");
  const form_of_text = document.createElement("input");
  form_of_text.type = "hidden";
  form_of_text.name = `${field.name}-form`;
  form_of_text.value = "html";
  form.append(form_of_text);
  form.addEventListener("submit", () => { field.value = editor.getHTML(); });
  box.classList.add("editor--open");
}

for (const box of document.querySelectorAll("[data-editor]")) open(box);
