/** Runs something once calls for it have paused for a while; after `dispose`, not any more. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly run: () => void,
    private readonly milliseconds: number,
  ) {}

  /** Calls for it; the pause begins anew. */
  call(): void {
    this.dispose();
    this.timer = setTimeout(this.run, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
