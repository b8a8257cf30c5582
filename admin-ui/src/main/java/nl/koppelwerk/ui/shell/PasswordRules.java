package nl.koppelwerk.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are taken: long ones that are not on everybody's list. No rules on capitals and signs, which make people
 * write passwords down.
 */
public final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 64;

    /** As far as bcrypt looks. */
    private static final int LONGEST_BYTES = 72;

    private static final int DIFFERENT_LETTERS = 5;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Why a password is not taken; each has a message. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        ABOUT_YOU
    }

    /** @param about e-mail address and name of the person, which others try first */
    public static Optional<Weakness> weakness(String password, String... about) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.length() > LONGEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(Weakness.TOO_LONG);
        }
        Set<String> bare = new HashSet<>(List.of(letters(password), letters(undisguised(password))));
        if (bare.stream().anyMatch(PasswordRules::everybodys)) {
            return Optional.of(Weakness.COMMON);
        }
        return Stream.of(about)
                        .map(PasswordRules::letters)
                        .anyMatch(own -> bare.stream().anyMatch(own::contains))
                ? Optional.of(Weakness.ABOUT_YOU)
                : Optional.empty();
    }

    private static boolean everybodys(String bare) {
        return COMMON.contains(bare) || bare.chars().distinct().count() < DIFFERENT_LETTERS;
    }

    /** Without the figures and signs around it, and with letters for those inside. */
    private static String undisguised(String password) {
        return password.toLowerCase(Locale.ROOT)
                .replaceAll("^[^\\p{L}@$]+|[^\\p{L}@$]+$", "")
                .replace('@', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's');
    }

    /** Its letters; of what is written more than once, once. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "").replaceAll("^(.{2,}?)\\1+$", "$1");
    }

    private static Set<String> common() {
        try (InputStream list =
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(PasswordRules::letters)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
