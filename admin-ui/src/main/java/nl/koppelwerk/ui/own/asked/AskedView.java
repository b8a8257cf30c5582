package nl.koppelwerk.ui.own.asked;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.koppelwerk.data.answering.FamilyInShort;
import nl.koppelwerk.data.answering.OwnPairing;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.ui.shell.OwnChoices;

/** A pairing in the language of its volunteer. */
public record AskedView(OwnPairing one, LocalDate today, Locale locale) {
    /** The life domains that progress is scored in. */
    static final List<LifeDomain> DOMAINS = Arrays.stream(LifeDomain.values())
            .filter(domain -> domain != LifeDomain.OTHER)
            .toList();

    static List<AskedView> of(List<OwnPairing> pairings, LocalDate today, Locale locale) {
        return pairings.stream().map(one -> new AskedView(one, today, locale)).toList();
    }

    public boolean asks() {
        return one.asks();
    }

    public boolean checksIn() {
        return one.checksIn(today);
    }

    public FamilyInShort family() {
        return one.family();
    }

    public String id() {
        return one.id().value().toString();
    }

    /** What the page shows as the answer until now, for the form; empty: none. */
    public String seen() {
        return one.reply().map(Enum::name).orElse("");
    }

    public String ages() {
        return family().ages().stream().map(this::number).collect(Collectors.joining(", "));
    }

    public String number(Number number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    public BigDecimal hours() {
        return family().hoursPerWeek().toBigDecimal();
    }

    public List<Need> needs() {
        return family().needs().stream().sorted().toList();
    }

    public List<DayPart> dayParts() {
        return family().dayParts().list();
    }

    public String day(DayPart part) {
        return new OwnChoices(locale).day(part.day());
    }

    public String languages() {
        return family().languages().speaking().keySet().stream()
                .map(new OwnChoices(locale)::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public List<DeclineReason> reasons() {
        return DeclineReason.OF_VOLUNTEERS;
    }

    public List<LifeDomain> domains() {
        return DOMAINS;
    }

    public List<CheckIn.Wish> wishes() {
        return List.of(CheckIn.Wish.values());
    }
}
