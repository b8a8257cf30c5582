package nl.koppelwerk.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.domain.place.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up a city and writes it as files that {@code import} reads; needs no database. */
@Command(name = "sample")
public final class SampleCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(names = "--families", paramLabel = "N", defaultValue = "" + SampleCity.SMALL)
    private int families;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of("");

    @Option(names = "--postcodes", paramLabel = "FILE")
    private Optional<Path> postcodes = Optional.empty();

    @Option(names = "--day", paramLabel = "DAY")
    private Optional<String> day = Optional.empty();

    public SampleCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (families < 1 || families > 1_000_000) {
            throw new Refusal(ExitCode.USAGE, "sample.families", families);
        }
        SampleCity city = new SampleCity(families, seed, day(), places());
        try {
            city.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + out, e);
        }
        console.say(
                "sample.done",
                families,
                out.resolve(SampleCity.FAMILIES_FILE),
                out.resolve(SampleCity.VOLUNTEERS_FILE),
                out.resolve(SampleCity.POSTCODES_FILE),
                city.day().toString());
        return ExitCode.OK;
    }

    private LocalDate day() {
        if (day.isEmpty()) {
            return SampleCity.DAY;
        }
        if (List.of("vandaag", "today").contains(day.get())) {
            return LocalDate.now(clock);
        }
        try {
            return LocalDate.parse(day.get());
        } catch (DateTimeException e) {
            throw new Refusal(ExitCode.USAGE, "sample.day", day.get());
        }
    }

    private List<Place> places() {
        try {
            List<Place> places = postcodes.isPresent() ? PostcodeFile.read(postcodes.get()) : PostcodeFile.packaged();
            if (places.isEmpty()) {
                throw new Refusal(ExitCode.FAILED, "sample.no-places", String.valueOf(postcodes.orElse(out)));
            }
            return places;
        } catch (WrongFileException e) {
            throw new Refusal(
                    ExitCode.FAILED, "sentence", e.reason().in(console.texts().locale()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read postcodes", e);
        }
    }
}
