import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';

export interface Screen {
  /** Prints whole lines; above the line that is being typed, if there is one, which stays as it was. */
  readonly print: (lines: readonly string[]) => void;
  /** Lines are typed in this editor, to be called once: it is listened to for as long as it lives. */
  readonly follow: (editor: Interface) => void;
  /** Asks for a line, which may be printed above from now on until it is entered. */
  readonly ask: (editor: Interface, prompt: string) => void;
}

export function screenFor(output: NodeJS.WritableStream): Screen {
  let typing: Interface | undefined;

  return {
    follow(editor) {
      const entered = (): void => void (typing = undefined);
      editor.on('line', entered).on('close', entered);
    },
    ask(editor, prompt) {
      editor.setPrompt(prompt);
      editor.prompt();
      typing = editor;
    },
    print(lines) {
      const text = lines.map((line) => `${line}\n`).join('');
      if (typing) printAbove(output, typing, text);
      else output.write(text);
    },
  };
}

function printAbove(output: NodeJS.WritableStream, editor: Interface, text: string): void {
  // A long line may have wrapped: its first row is this many above the cursor.
  moveCursor(output, 0, -editor.getCursorPos().rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  output.write(text);
  // The editor would climb the rows of a wrapped line once more, and they are ours now.
  Object.assign(editor, { prevRows: 0 });
  editor.prompt(true);
}
