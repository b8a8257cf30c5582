package nl.koppelwerk;

import nl.koppelwerk.command.Arguments;
import nl.koppelwerk.command.Commands;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.LogFile;

/** The program: every command by the group that the overview lists it in. */
public final class Koppelwerk {
    private Koppelwerk() {}

    public static void main(String... args) {
        LogFile.open();
        Arguments arguments = Arguments.of(args);
        System.exit(commands(Console.system(arguments)).run(arguments.words()));
    }

    static Commands commands(Console console) {
        return new Commands(console);
    }
}
