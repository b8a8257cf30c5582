package nl.koppelwerk.data.programme;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.rules.Rhythms;
import nl.koppelwerk.data.rules.RulesVersions;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.programme.RuleSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a programme in use as its file says; in the organisation whose scope this is called in, and as one whole with that
 * transaction.
 *
 * <p>Rules and check-ins can be changed on their pages too. A newer file leaves such a change alone unless it says something
 * else itself than the file before it.
 */
public final class InstallingProgrammes {
    private final Programmes programmes;
    private final KeptProgrammeFiles files;
    private final RulesVersions rules;
    private final Rhythms rhythms;
    private final AreaPlaces area;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    public InstallingProgrammes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.programmes = new Programmes(jdbc);
        this.files = new KeptProgrammeFiles(jdbc);
        this.rules = new RulesVersions(jdbc, clock);
        this.rhythms = new Rhythms(jdbc, clock);
        this.area = new AreaPlaces(jdbc);
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What installing would do, or did. */
    public sealed interface Outcome {
        /** The programme is not there yet. */
        record New() implements Outcome {}

        /**
         * It is there.
         *
         * @param before version of the file that holds now; 0: it was made without one
         * @param differences values that are not the same; empty where only comments or their order are
         * @param kept what was changed on a page here and stays so: {@code rules}, {@code checkIns}
         * @param replaced what was changed on a page here and is replaced
         */
        record Newer(int before, List<Difference> differences, Set<String> kept, Set<String> replaced)
                implements Outcome {
            public Newer {
                differences = List.copyOf(differences);
                kept = Set.copyOf(kept);
                replaced = Set.copyOf(replaced);
            }
        }

        /** This very version is there; nothing is done. */
        record Same() implements Outcome {}

        /** This version is there with other contents; nothing is done. */
        record SameNumber() implements Outcome {}

        /** A later version is there; nothing is done. */
        record Older(int installed) implements Outcome {}

        /** The area names municipalities of which no postcode is known; nothing is done. */
        record UnknownMunicipalities(List<String> names) implements Outcome {
            public UnknownMunicipalities {
                names = List.copyOf(names);
            }
        }
    }

    /** What {@link #install} would do. */
    public Outcome preview(ProgrammeReading.Good offered) {
        List<String> unknown = area.unknown(offered.file().area());
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownMunicipalities(unknown);
        }
        Optional<Programme> there = find(offered.file().code());
        if (there.isEmpty()) {
            return new Outcome.New();
        }
        return files.find(there.get().id())
                .map(before -> beside(before, there.get(), offered))
                .orElseGet(() -> new Outcome.Newer(
                        0, Difference.between(there.get(), rhythm(there.get()), offered), Set.of(), Set.of()));
    }

    private Outcome beside(KeptProgrammeFiles.Kept before, Programme there, ProgrammeReading.Good offered) {
        int version = offered.file().version();
        if (before.version() > version) {
            return new Outcome.Older(before.version());
        }
        if (before.version() == version) {
            return before.text().equals(offered.text()) ? new Outcome.Same() : new Outcome.SameNumber();
        }
        Set<String> kept = new LinkedHashSet<>();
        Set<String> replaced = new LinkedHashSet<>();
        before.read().ifPresent(file -> {
            if (!there.rules().sameAs(file.rules())) {
                (file.rules().equals(offered.file().rules()) ? kept : replaced).add("rules");
            }
            if (!rhythm(there).equals(file.checkIns())) {
                (file.checkIns().equals(offered.file().checkIns()) ? kept : replaced).add("checkIns");
            }
        });
        return new Outcome.Newer(before.version(), Difference.between(before.text(), offered), kept, replaced);
    }

    /** @param account who installs it; empty: somebody on the command line */
    public Outcome install(OrganisationId organisation, ProgrammeReading.Good offered, Optional<UUID> account) {
        jdbc.sql("select organisation from organisation where organisation = :id for update")
                .param("id", organisation.value())
                .query(UUID.class)
                .optional();
        Outcome outcome = preview(offered);
        ProgrammeFile file = offered.file();
        switch (outcome) {
            case Outcome.New fresh -> {
                ProgrammeId id = new ProgrammeId(UUID.nameUUIDFromBytes(
                        (organisation.value() + "/programme/" + file.code()).getBytes(StandardCharsets.UTF_8)));
                save(
                        new Programme(
                                id,
                                organisation,
                                file.code(),
                                file.dutch().name(),
                                file.kinds(),
                                file.capacity().introductionsPerWeek(),
                                file.rules(),
                                Optional.of(audience(file))),
                        file);
                rhythms.begin(id, file.checkIns());
                keep(organisation, id, offered, account);
            }
            case Outcome.Newer newer -> {
                Programme there = find(file.code()).orElseThrow();
                save(changed(there, file), file);
                putRulesToUse(there, file, newer, account);
                putRhythmToUse(organisation, there, file, newer, account);
                keep(organisation, there.id(), offered, account);
            }
            case Outcome.Same same -> {}
            case Outcome.SameNumber same -> {}
            case Outcome.Older older -> {}
            case Outcome.UnknownMunicipalities unknown -> {}
        }
        return outcome;
    }

    private void save(Programme programme, ProgrammeFile file) {
        area.add(file.area());
        programmes.save(programme);
        programmes.limit(file.code(), audience(file), Set.copyOf(file.area().municipalities()));
        programmes.ask(
                file.code(),
                file.households().stream().map(Enum::name).collect(Collectors.toSet()),
                Condition.write(file.conditions()));
        programmes.runBy(file.code(), file.organisation());
        programmes.giveAfter(file.code(), file.givesAfterWeeks());
    }

    private static Programme changed(Programme there, ProgrammeFile file) {
        return new Programme(
                there.id(),
                there.organisation(),
                there.code(),
                file.dutch().name(),
                file.kinds(),
                file.capacity().introductionsPerWeek(),
                there.rules(),
                Optional.of(audience(file)));
    }

    /** Of the area only what is named by postcode: municipalities are looked up anew each time. */
    private static Audience audience(ProgrammeFile file) {
        return new Audience(file.area().named(), file.childAges(), file.atSchool());
    }

    private void putRulesToUse(Programme there, ProgrammeFile file, Outcome.Newer newer, Optional<UUID> account) {
        RuleSettings wanted = file.rules();
        if (!newer.kept().contains("rules") && !there.rules().sameAs(wanted)) {
            rules.install(there.id(), wanted, account, file.code() + ".yaml " + file.version());
        }
    }

    private void putRhythmToUse(
            OrganisationId organisation,
            Programme there,
            ProgrammeFile file,
            Outcome.Newer newer,
            Optional<UUID> account) {
        Rhythms.InUse inUse = rhythms.find(there.id()).orElseThrow();
        if (!newer.kept().contains("checkIns") && !inUse.rhythm().equals(file.checkIns())) {
            rhythms.change(organisation, there.id(), inUse.version(), file.checkIns(), account);
        }
    }

    private void keep(
            OrganisationId organisation, ProgrammeId programme, ProgrammeReading.Good offered, Optional<UUID> account) {
        int number = offered.file().version();
        files.add(
                organisation,
                programme,
                new KeptProgrammeFiles.Version(number, offered.text(), clock.instant(), account));
        audit.add(
                organisation,
                new AuditEntry(
                        account,
                        AuditEntry.Action.IMPORTED,
                        AuditEntry.Subject.PROGRAMME,
                        programme.value().toString(),
                        Map.of("version", Integer.toString(number))));
    }

    private Optional<Programme> find(String code) {
        return programmes.list().stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst();
    }

    private Rhythm rhythm(Programme programme) {
        return rhythms.find(programme.id()).map(Rhythms.InUse::rhythm).orElse(Rhythm.DEFAULT);
    }
}
