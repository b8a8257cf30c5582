package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.koppelwerk.data.database.TrialServer;

/** Where somebody may look who runs the software, watches it, gets a file of it or is another reader of it. */
final class Places {
    private Places() {}

    /** Texts by where they stand. */
    record Place(Map<String, String> texts) {
        int size() {
            return texts.values().stream().mapToInt(String::length).sum();
        }

        /** Each text that holds it, with what comes just before it. */
        List<String> where(String value) {
            return texts.entrySet().stream()
                    .filter(text -> text.getValue().contains(value))
                    .map(text -> text.getKey() + ": "
                            + before(text.getValue(), text.getValue().indexOf(value)))
                    .sorted()
                    .toList();
        }

        private static String before(String text, int at) {
            String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
            return line.substring(0, Math.min(line.length(), 160)) + "…";
        }
    }

    static Map<String, Place> of(Demonstration demonstration, Planting planting) {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("log, at debug", new Place(files(demonstration.home().resolve(".koppelwerk/log"))));
        places.put("log of PostgreSQL", new Place(files(demonstration.database().resolve("server.log"))));
        places.put("terminal", new Place(Map.of("terminal", demonstration.said())));
        places.put("job tables", new Place(tables(demonstration, "schemaname in ('batch', 'work')")));
        places.put("audit log", new Place(tables(demonstration, "tablename = 'audit_entry'")));
        places.put("health and metrics", new Place(planting.watched()));
        places.put("error pages", new Place(planting.errors()));
        places.put("pages of other roles", new Place(planting.others()));
        places.put("command lines", new Place(processes(demonstration, "cmdline")));
        places.put("environment", new Place(processes(demonstration, "environ")));
        places.put("names of threads", new Place(threads(demonstration)));
        places.put("backup", new Place(backup(demonstration.backup())));
        places.put("database's files", new Place(files(demonstration.database().resolve("data"))));
        return places;
    }

    private static Map<String, String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> String.valueOf(folder.relativize(file)), Places::text, (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte by byte; nothing of a file that has just gone. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> backup(Path file) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                texts.put(
                        entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tables(Demonstration demonstration, String which) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Connection database = TrialServer.connect(demonstration.database(), "koppelwerk");
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery("select schemaname || '.' || tablename from pg_tables where " + which)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery(
                        "select coalesce(string_agg(t::text, e'\\n'), '') from " + table + " t")) {
                    rows.next();
                    texts.put(table, rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Linux shows them; elsewhere what Java knows of them. */
    private static Map<String, String> processes(Demonstration demonstration, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ProcessHandle process : demonstration.processes()) {
            Path file = Path.of("/proc", String.valueOf(process.pid()), what);
            String known = process.info().commandLine().orElse("");
            texts.put("process " + process.pid(), Files.isReadable(file) ? text(file) : known);
        }
        return texts;
    }

    private static Map<String, String> threads(Demonstration demonstration) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ProcessHandle process : demonstration.processes()) {
            Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
            if (Files.isDirectory(tasks)) {
                try (Stream<Path> all = Files.list(tasks)) {
                    texts.put(
                            "process " + process.pid(),
                            all.map(task -> text(task.resolve("comm"))).collect(Collectors.joining()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return texts;
    }
}
