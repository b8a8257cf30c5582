package nl.koppelwerk.ui.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.view.CareLine;
import nl.koppelwerk.data.view.CareViews;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.PairingFilter;
import nl.koppelwerk.data.view.PairingLine;
import nl.koppelwerk.data.view.PairingViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the list of pairings together, inside the scope of its organisation. */
@Component
class PairingList {
    private static final int PAGE_SIZE = 25;

    private final PairingViews pairings;
    private final CareViews care;
    private final Programmes programmes;
    private final Clock clock;

    PairingList(PairingViews pairings, CareViews care, Programmes programmes, Clock clock) {
        this.pairings = pairings;
        this.care = care;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * What the reader filters by.
     *
     * @param care only what needs care today
     */
    record Asked(Optional<Step> step, Optional<UUID> programme, boolean care) {
        /** Whether nothing is filtered but perhaps the step. */
        public boolean everything() {
            return programme.isEmpty() && !care;
        }
    }

    /** A step with how many pairings are in it. */
    record Count(Step step, long pairings) {}

    void fill(Model model, Asked asked, int page) {
        Map<PairingId, List<CareLine>> needing = care.list(LocalDate.now(clock)).stream()
                .filter(line -> line.pairing().isPresent())
                .collect(Collectors.groupingBy(line -> line.pairing().orElseThrow()));
        PairingFilter filter = new PairingFilter(
                asked.step(),
                asked.programme(),
                asked.care() ? Optional.of(List.copyOf(needing.keySet())) : Optional.empty());
        Map<Step, Long> counts = pairings.count(filter);
        Page<PairingLine> lines = pairings.list(filter, page, PAGE_SIZE);
        model.addAttribute("asked", asked);
        model.addAttribute("page", lines);
        model.addAttribute("care", needing);
        model.addAttribute(
                "counts",
                counts.entrySet().stream()
                        .map(count -> new Count(count.getKey(), count.getValue()))
                        .toList());
        model.addAttribute("current", sum(counts) - counts.getOrDefault(Step.ENDED, 0L));
        model.addAttribute("programmes", programmes.list());
    }

    private static long sum(Map<Step, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
