package nl.koppelwerk.ui.signup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.shell.Phones;
import org.springframework.util.MultiValueMap;

/**
 * What somebody filled in, shown again as it was sent, and read as what it says.
 *
 * @param thisYear to make years of birth of ages
 */
public record SignUpForm(MultiValueMap<String, String> sent, int thisYear) {
    static final String CONSENT = Consent.CURRENT;

    /** Where nobody looks and programs write. */
    static final String TRAP = "website";

    static final int LANGUAGES = 3;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
    private static final int LONGEST = 120;
    private static final int MOST_CHILDREN = 12;
    private static final int OLDEST = 25;
    private static final int DAY_PARTS = 28;

    public String value(String name) {
        String said = sent.getFirst(name);
        String plain = said == null ? "" : said.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    public boolean has(String name, Object value) {
        return sent.getOrDefault(name, List.of()).contains(value.toString());
    }

    /** What is sent along with the second half of a form. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        for (String name : List.of("at", "postcode", "part", "tongue", "level", "offer")) {
            sent.getOrDefault(name, List.of()).stream()
                    .limit(DAY_PARTS)
                    .forEach(said -> hidden.add(new Hidden(name, said)));
        }
        return hidden;
    }

    /** A hidden part of a form. */
    public record Hidden(String name, String value) {}

    /** The how-manieth language that was chosen. */
    public String tongue(int row) {
        return at("tongue", row);
    }

    public String level(int row) {
        return at("level", row);
    }

    private String at(String name, int row) {
        List<String> said = sent.getOrDefault(name, List.of());
        return row < said.size() ? said.get(row) : "";
    }

    boolean trapped() {
        return !value(TRAP).isEmpty();
    }

    Optional<Postcode> postcode() {
        try {
            return Optional.of(Postcode.parse(value("postcode")));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** Empty when none was chosen, or something that is no language. */
    Languages languages() {
        List<String> spoken = IntStream.range(0, LANGUAGES)
                .filter(row -> !tongue(row).isEmpty())
                .mapToObj(row -> tongue(row) + ":" + (level(row).isEmpty() ? "B2" : level(row)))
                .toList();
        try {
            return Languages.parse(String.join(" ", spoken));
        } catch (IllegalArgumentException wrong) {
            return Languages.NONE;
        }
    }

    DayParts dayParts() {
        try {
            return DayParts.of(sent.getOrDefault("part", List.of()).stream()
                    .map(DayPart::parse)
                    .toArray(DayPart[]::new));
        } catch (IllegalArgumentException wrong) {
            return DayParts.NONE;
        }
    }

    /** A kind of help with its programme, of those that are offered. */
    Optional<Offer> offer(List<Offer> offers) {
        return offers.size() == 1
                ? Optional.of(offers.getFirst())
                : offers.stream()
                        .filter(one -> one.code().equals(value("offer")))
                        .findFirst();
    }

    /** What a volunteer can do: a kind of help in a programme. */
    public record Offer(ProgrammeId programme, String called, SupportKind kind) {
        public String code() {
            return programme.value() + "." + kind;
        }
    }

    /** What is wrong with the half that says where, when and in which language. */
    List<String> problemsOfWish() {
        List<String> problems = new ArrayList<>();
        add(problems, "postcode", postcode().isEmpty());
        add(problems, "languages", languages().speaking().isEmpty());
        add(problems, "week", dayParts().isEmpty());
        return problems;
    }

    List<String> problemsOfPerson() {
        List<String> problems = new ArrayList<>();
        add(problems, "name", value("name").isEmpty());
        add(problems, "contact", !reachable("email", "phone", referrer().isEmpty()));
        add(problems, "consent", !value("consent").equals(CONSENT));
        return problems;
    }

    List<String> problemsOfFamily() {
        List<String> problems = new ArrayList<>(problemsOfWish());
        add(problems, "needs", needs().isEmpty());
        add(problems, "ages", birthYears().isEmpty());
        add(
                problems,
                "referrer",
                byReferrer()
                        && (referrer().isEmpty()
                                || referrer().get().name().isEmpty()
                                || !reachable("referrerEmail", "referrerPhone", true)));
        problems.addAll(problemsOfPerson());
        return problems;
    }

    private static void add(List<String> problems, String which, boolean wrong) {
        if (wrong) {
            problems.add(which);
        }
    }

    /** Whether what is said of an address and a number is right, and there is one of them where there has to be. */
    private boolean reachable(String email, String phone, boolean needed) {
        boolean emailWrong =
                !value(email).isEmpty() && !EMAIL.matcher(value(email)).matches();
        boolean phoneWrong = !value(phone).isEmpty() && !Phones.right(value(phone));
        return !emailWrong
                && !phoneWrong
                && (!needed || !value(email).isEmpty() || !value(phone).isEmpty());
    }

    boolean byReferrer() {
        return value("by").equals("referrer");
    }

    Set<Need> needs() {
        return chosen("need", Need.class);
    }

    private <E extends Enum<E>> Set<E> chosen(String name, Class<E> of) {
        Set<E> chosen = EnumSet.noneOf(of);
        Arrays.stream(of.getEnumConstants()).filter(one -> has(name, one)).forEach(chosen::add);
        return chosen;
    }

    /** Empty when there are none, or something else than ages. */
    List<Integer> birthYears() {
        List<String> ages = Arrays.stream(value("ages").split("\\D+", -1))
                .filter(age -> !age.isEmpty())
                .toList();
        return ages.size() > MOST_CHILDREN
                        || ages.stream().anyMatch(age -> age.length() > 2 || Integer.parseInt(age) > OLDEST)
                ? List.of()
                : ages.stream().map(age -> thisYear - Integer.parseInt(age)).toList();
    }

    private Optional<SignUp.Referrer> referrer() {
        return byReferrer()
                ? Arrays.stream(SignUp.ReferrerKind.values())
                        .filter(kind -> kind.name().equals(value("referrerKind")))
                        .findFirst()
                        .map(kind -> new SignUp.Referrer(
                                kind,
                                value("referrerName"),
                                value("referrerOrganisation"),
                                said("referrerEmail"),
                                said("referrerPhone"),
                                has("follow", "true")))
                : Optional.empty();
    }

    private Optional<String> said(String name) {
        return Optional.of(value(name)).filter(text -> !text.isEmpty());
    }

    SignUp ofVolunteer(Optional<Offer> offer, String language) {
        return new SignUp(
                Side.VOLUNTEER,
                contact(),
                wish(offer.map(Offer::kind), offer.map(Offer::programme)),
                Optional.empty(),
                new SignUp.Consent(CONSENT, language));
    }

    SignUp ofFamily(String language) {
        return new SignUp(
                Side.FAMILY,
                contact(),
                wish(Optional.empty(), Optional.empty()),
                referrer(),
                new SignUp.Consent(CONSENT, language));
    }

    private SignUp.Contact contact() {
        return new SignUp.Contact(
                value("name"), said("email"), said("phone"), postcode().orElseThrow());
    }

    private SignUp.Wish wish(Optional<SupportKind> kind, Optional<ProgrammeId> programme) {
        return new SignUp.Wish(
                languages(), dayParts(), kind, programme, needs(), birthYears(), chosen("signal", SignUp.Signal.class));
    }
}
