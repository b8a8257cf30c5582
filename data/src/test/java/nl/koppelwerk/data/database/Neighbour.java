package nl.koppelwerk.data.database;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that uses the same folder: opens the database, says so on standard output, and waits to be ended. */
final class Neighbour {
    private Neighbour() {}

    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])), TestServer.PROGRAMS)) {
            System.out.println("open " + database.dataSource());
            System.out.flush();
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
