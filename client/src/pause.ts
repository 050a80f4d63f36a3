/** Runs a function when there has been no call for a while. `dispose` cancels it. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly run: () => void,
    private readonly milliseconds: number,
  ) {}

  /** Asks for a run; the pause starts again. */
  call(): void {
    this.dispose();
    this.timer = setTimeout(this.run, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
