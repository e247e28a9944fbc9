/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressLine {
  /** @param share of the work done, 0 to 1 */
  show(share: number, secondsLeft: number | null, what: string): void;
  /** Takes the line away again. */
  end(): void;
}

/**
 * Says how far a long task is: on a terminal one line that is written over, elsewhere a line at every tenth.
 *
 * @param task name before the figures
 */
export function progressLine(stream: ProgressStream, task: string): ProgressLine {
  let tenths = 0;
  return {
    show(share, secondsLeft, what) {
      const left = secondsLeft === null ? "" : `, ${timeLeft(secondsLeft)} left`;
      const text = `${task}: ${Math.floor(share * 100)} %${left}`;
      if (stream.isTTY) stream.write(`\r\u001B[K${text}  ${what}`);
      else if (Math.floor(share * 10 + 1e-9) > tenths) stream.write(`${text}\n`);
      tenths = Math.floor(share * 10 + 1e-9);
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001B[K");
    },
  };
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
