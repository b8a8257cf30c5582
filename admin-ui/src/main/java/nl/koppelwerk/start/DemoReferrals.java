package nl.koppelwerk.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.Referring;
import nl.koppelwerk.data.referral.ShippedServices;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.referral.Handover;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.Service;
import nl.koppelwerk.referral.WarmReferral;
import org.springframework.context.ApplicationContext;

/**
 * The directory of the demonstration: the eight that are shipped, and two made-up ones where its families live. Four
 * families are on their way: one overdue, one contacted, one arrived, one who did not come.
 */
record DemoReferrals(ApplicationContext application, By by, String who, Clock clock, Supplier<UUID> newIds) {
    private static final int FAMILIES = 4;

    void make() {
        OrganisationScope scope = application.getBean(OrganisationScope.class);
        List<Service> examples = scope.inside(by.organisation(), () -> {
            KeptServices services = application.getBean(KeptServices.class);
            services.save(by.organisation(), read("services.json", ShippedServices.text()));
            Directory.Read own = read("example-services.json", examples());
            services.save(by.organisation(), own);
            return own.entries().stream().map(Directory.Entry::service).toList();
        });
        List<SupportRequest> asked = requests(by.organisation());
        for (int i = 0; i < asked.size(); i++) {
            follow(scope, asked.get(i), examples, i);
        }
    }

    private List<SupportRequest> requests(OrganisationId organisation) {
        List<SupportRequest> found = new ArrayList<>();
        Set<UUID> families = new HashSet<>();
        application.getBean(Snapshots.class).read(organisation, LocalDate.now(clock)).requests().stream()
                .filter(request -> request.needs().contains(Need.FINANCE)
                        || request.needs().contains(Need.DUTCH_LANGUAGE))
                .filter(request -> families.add(request.family().value()))
                .limit(FAMILIES)
                .forEach(found::add);
        return found;
    }

    private void follow(OrganisationScope scope, SupportRequest request, List<Service> examples, int which) {
        Need need = request.needs().contains(Need.FINANCE) ? Need.FINANCE : Need.DUTCH_LANGUAGE;
        Service to = examples.stream()
                .filter(service -> service.needs().contains(need))
                .findFirst()
                .orElseThrow();
        LocalDate today = LocalDate.now(clock);
        WarmReferral planned = noted(
                scope,
                today.minusDays(16),
                referring -> referring.plan(
                        new Referring.Plan(
                                request.id(),
                                new WarmReferral.To(to.id(), to.name(), to.provider()),
                                Set.of(need),
                                today.minusDays(17),
                                step(NextStep.Kind.CALL_SERVICE, today.minusDays(which == 0 ? 3 : 12))),
                        by));
        if (which > 0) {
            LocalDate day = which == 1 ? today.plusDays(2) : today.minusDays(2);
            noted(
                    scope,
                    today.minusDays(12),
                    referring -> referring.note(
                            planned.id(), 1, new Handover.Contacted(step(NextStep.Kind.GO_ALONG, day)), by));
        }
        if (which > 1) {
            Handover end = which == 2
                    ? new Handover.Arrived(today.minusDays(2))
                    : new Handover.NotArrived(WarmReferral.Reason.NO_SHOW);
            noted(scope, today.minusDays(1), referring -> referring.note(planned.id(), 2, end, by));
        }
    }

    private NextStep step(NextStep.Kind kind, LocalDate due) {
        return new NextStep(kind, Optional.of(by.account()), who, due, Optional.of(LocalTime.of(10, 0)));
    }

    /** Something that was done on a day that is over. */
    private WarmReferral noted(OrganisationScope scope, LocalDate day, Function<Referring, Referring.Result> doing) {
        Clock then = Clock.offset(clock, Duration.between(LocalDate.now(clock).atStartOfDay(), day.atStartOfDay()));
        Referring referring =
                new Referring(application.getBean(WarmReferrals.class), application.getBean(Audit.class), then, newIds);
        Referring.Result result = scope.inside(by.organisation(), () -> doing.apply(referring));
        if (result instanceof Referring.Result.Noted(WarmReferral referral)) {
            return referral;
        }
        throw new IllegalStateException("a referral of the demonstration is refused: " + result);
    }

    private static Directory.Read read(String name, String text) {
        if (Hsds.read(name, text) instanceof Directory.Read read) {
            return read;
        }
        throw new IllegalStateException("the demonstration's own " + name + " is refused");
    }

    private static String examples() {
        try (InputStream in =
                Objects.requireNonNull(DemoReferrals.class.getResourceAsStream("example-services.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the services of the demonstration cannot be read", e);
        }
    }
}
