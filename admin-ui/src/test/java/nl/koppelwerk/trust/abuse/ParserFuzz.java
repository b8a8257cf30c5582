package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Good files damaged at random, for everything that reads a file: each is read or refused as is written. */
final class ParserFuzz implements Attack {
    private static final int SECONDS = 20;
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-",
            "- ",
            "&a",
            "*a",
            "!!int ",
            "|",
            ">",
            "<<: ",
            "%YAML 9",
            "---\n",
            "...\n",
            "\t",
            "  ",
            "\n",
            "\r",
            ";",
            "'",
            "#",
            "?",
            "99999999999999999999",
            "-1",
            "0",
            "1e999",
            "NaN",
            "2147483647",
            "1.5",
            "\0",
            "\uFEFF",
            "\u2028",
            "é",
            "😀");

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        try {
            Path folder = Files.createTempDirectory("koppelwerk-fuzz");
            List<Held> held = new ArrayList<>();
            try (Patience patience = new Patience(SECONDS)) {
                for (Parser parser : Parser.all(grounds, folder)) {
                    if (!parser.suffix().equals(".xlsx")) {
                        held.add(damaged(parser, folder, random, tries, patience));
                    }
                }
            }
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Held damaged(Parser parser, Path folder, Random random, int tries, Patience patience)
            throws IOException {
        Held held = new Held("Damaged files: " + parser.name() + " reads or refuses, in bounded time");
        Path file = folder.resolve(parser.name() + parser.suffix());
        Files.write(file, parser.good());
        parser.tried(file, patience).ifPresent(problem -> held.expect(false, "the good file: " + problem));
        for (int i = 0; i < tries; i++) {
            byte[] bytes = damaged(parser.good(), random);
            Files.write(file, bytes);
            Optional<Throwable> problem = parser.tried(file, patience);
            held.expect(
                    problem.isEmpty(),
                    "file " + i + ": " + problem.map(Throwable::toString).orElse("") + " on "
                            + Nasty.shown(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return held;
    }

    static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
            bytes = switch (random.nextInt(6)) {
                case 0 -> joined(Arrays.copyOf(bytes, at), bytes, end, bytes.length, new byte[0]);
                case 1 -> joined(Arrays.copyOf(bytes, end), bytes, at, bytes.length, new byte[0]);
                case 2 -> Arrays.copyOf(bytes, at);
                case 3 ->
                    joined(Arrays.copyOf(bytes, at), bytes, at + 1, bytes.length, new byte[] {(byte) random.nextInt()});
                case 4 -> joined(Arrays.copyOf(bytes, at), bytes, at, bytes.length, bytes(Nasty.any(random)));
                default ->
                    joined(
                            Arrays.copyOf(bytes, at),
                            bytes,
                            at + random.nextInt(3),
                            bytes.length,
                            bytes(TOKENS.get(random.nextInt(TOKENS.size()))));
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] before, byte[] of, int from, int to, byte[] between) {
        byte[] after = Arrays.copyOfRange(of, Math.min(from, to), to);
        byte[] joined = Arrays.copyOf(before, before.length + between.length + after.length);
        System.arraycopy(between, 0, joined, before.length, between.length);
        System.arraycopy(after, 0, joined, before.length + between.length, after.length);
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
