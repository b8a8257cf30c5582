package nl.koppelwerk.command.settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** What a setting may say. */
public enum Shape {
    /** Anything. */
    TEXT(value -> true),
    /** Anything, and never shown. */
    SECRET(value -> true),
    /** Of a server; 0: any that is free. */
    PORT(value -> whole(value, 0, 65_535)),
    /** The same, or -1: none. */
    PORT_OR_NONE(value -> whole(value, -1, 65_535)),
    /** From 1. */
    COUNT(value -> whole(value, 1, 1_000)),
    /** Said as true or false. */
    YES_OR_NO(Set.of("true", "false")::contains),
    /** Of the day: 02:00. */
    TIME(value -> understood(() -> LocalTime.parse(value))),
    /** By its name: Europe/Amsterdam. */
    ZONE(value -> understood(() -> ZoneId.of(value))),
    /** With its unit: 90s, 5m. */
    DURATION(Shape::duration),
    /** That is there and can be written in, or can be made. */
    FOLDER(Shape::folder),
    /** That can be read, when it is there. */
    FILE(Shape::file),
    /** Of a person or a service. */
    MAIL_ADDRESS(Shape::mail),
    /** With http or https and a host. */
    WEB_ADDRESS(Shape::web),
    /** Of PostgreSQL. */
    JDBC_ADDRESS(value -> value.startsWith("jdbc:postgresql:")),
    /** Of PostgreSQL, without quotes. */
    ROLE_NAME(value -> value.matches("[a-z][a-z0-9_]{0,62}")),
    /** Text or json. */
    LOG_FORMAT(Set.of("text", "json")::contains),
    /** Of what is shown in the terminal. */
    LOG_LEVEL(Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL")::contains);

    private final Predicate<String> possible;

    Shape(Predicate<String> possible) {
        this.possible = possible;
    }

    /** Whether this can be meant. */
    boolean takes(String value) {
        return possible.test(value);
    }

    private static boolean whole(String value, int least, int most) {
        return value.matches("-?[0-9]{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean understood(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean duration(String value) {
        try {
            return DurationStyle.detectAndParse(value).compareTo(Duration.ZERO) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean folder(String value) {
        try {
            Path there = existing(Path.of(value).toAbsolutePath());
            return there != null && Files.isDirectory(there) && Files.isWritable(there);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static @Nullable Path existing(Path path) {
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean file(String value) {
        try {
            Path file = Path.of(value);
            return Files.exists(file)
                    ? Files.isRegularFile(file) && Files.isReadable(file)
                    : folder(String.valueOf(file.toAbsolutePath().getParent()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean mail(String value) {
        try {
            new InternetAddress(value, true).validate();
            return value.matches("(?s).*@[^@\\s]+");
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean web(String value) {
        try {
            URI address = new URI(value);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
