package nl.koppelwerk.command.worker;

import nl.koppelwerk.batch.worker.Worker;
import nl.koppelwerk.command.Console;

/** What a worker does, a line each. */
record Said(Console console, Worker.Name name) implements Worker.Listener {
    @Override
    public void ready() {
        console.say("worker.ready", name.place(), name.version(), name.threads());
    }

    @Override
    public void planned(long run, int piece, double seconds) {
        console.say("worker.planned", String.valueOf(run), piece + 1, seconds);
    }

    @Override
    public void tooLate(long run, int piece) {
        console.say("worker.too-late", String.valueOf(run), piece + 1);
    }

    @Override
    public void unreachable() {
        console.tell("worker.unreachable");
    }
}
