package nl.koppelwerk.data.cipher;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The columns that are kept encrypted. The database refuses anything else there, see {@code seal} in V85. */
public enum Cell {
    FAMILY_NAME("family", "name", "id"),
    FAMILY_STREET("family", "street", "id"),
    FAMILY_SCHOOL("family", "school", "id"),
    FAMILY_EMAIL("family", "email", "id", Looking.BY_EMAIL),
    FAMILY_PHONE("family", "phone", "id", Looking.BY_PHONE),
    VOLUNTEER_NAME("volunteer", "name", "id"),
    VOLUNTEER_STREET("volunteer", "street", "id"),
    VOLUNTEER_SCHOOL("volunteer", "school", "id"),
    VOLUNTEER_EMAIL("volunteer", "email", "id", Looking.BY_EMAIL),
    VOLUNTEER_PHONE("volunteer", "phone", "id", Looking.BY_PHONE),
    MAIL_RECIPIENT("outgoing_mail", "recipient", "id", Looking.BY_EMAIL),
    MAIL_SUBJECT("outgoing_mail", "subject", "id"),
    MAIL_BODY("outgoing_mail", "body", "id"),
    MAIL_CALENDAR("outgoing_mail", "calendar", "id"),
    HISTORY_NOTE("pairing_history", "note", "pairing"),
    OVERRIDE_JUSTIFICATION("pairing_override", "justification", "pairing"),
    INTRODUCTION_PLACE("pairing_life", "introduction_place", "pairing"),
    CHECK_IN_WORRIES("check_in", "worries", "pairing"),
    HOLD_REASON("legal_hold", "reason", "id"),
    LENDING_REASON("lending", "reason", "pairing"),
    EMERGENCY_OUTCOME("emergency", "outcome", "id"),
    REFERRAL_WHO("warm_referral", "who", "id"),
    REFERRAL_STEP_WHO("warm_referral_step", "who", "referral"),
    REJECT_VALUE("import_reject", "value", "import_file"),
    REJECT_ROW("import_reject", "row_text", "import_file"),
    PREVIEW_CONTENT("import_preview", "content", "id"),
    PREVIEW_OUTCOME("import_preview", "outcome", "id"),
    PREVIEW_REFUSED("import_preview", "refused_rows", "id"),
    INTAKE_ANSWER("intake_answer", "answer", "answer_of(family, question)"),
    RUN_SNAPSHOT("run", "snapshot", "organisation"),
    REGISTRATION_NAME("registration", "name", "id"),
    REGISTRATION_EMAIL("registration", "email", "id", Looking.BY_EMAIL),
    REGISTRATION_PHONE("registration", "phone", "id", Looking.BY_PHONE),
    REGISTRATION_REFERRER_NAME("registration", "referrer_name", "id"),
    REGISTRATION_REFERRER_EMAIL("registration", "referrer_email", "id", Looking.BY_EMAIL),
    REGISTRATION_REFERRER_PHONE("registration", "referrer_phone", "id", Looking.BY_PHONE);

    /** How an encrypted value is found again: both sides are written in one way, and only a keyed hash of it is compared. */
    public enum Looking {
        NOT(text -> ""),
        BY_EMAIL(text -> text.strip().toLowerCase(Locale.ROOT)),
        BY_PHONE(text -> text.replaceAll("[^0-9+]", ""));

        private final UnaryOperator<String> plain;

        Looking(UnaryOperator<String> plain) {
            this.plain = plain;
        }

        String plain(String text) {
            return plain.apply(text);
        }
    }

    private static final Set<Cell> BYTES = EnumSet.of(PREVIEW_CONTENT, PREVIEW_REFUSED, RUN_SNAPSHOT);

    private final String table;
    private final String column;
    private final String row;
    private final Looking looking;

    Cell(String table, String column, String row) {
        this(table, column, row, Looking.NOT);
    }

    Cell(String table, String column, String row, Looking looking) {
        this.table = table;
        this.column = column;
        this.row = row;
        this.looking = looking;
    }

    public String table() {
        return table;
    }

    public String column() {
        return column;
    }

    /** The column, or an expression, that says whose value it is: the value can be read with that id only. */
    public String row() {
        return row;
    }

    /** Whose an answer of the intake is, as {@code answer_of} says it in the database. */
    public static UUID answerOf(UUID family, String question) {
        return UUID.nameUUIDFromBytes((family + " " + question).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it holds bytes and not text. */
    boolean bytes() {
        return BYTES.contains(this);
    }

    static Cell at(String place) {
        return Arrays.stream(values())
                .filter(cell -> cell.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new BrokenSeal(place));
    }

    Looking looking() {
        return looking;
    }

    /** As values name it: {@code table.column}. */
    String place() {
        return table + "." + column;
    }

    static List<Cell> of(String table) {
        return Arrays.stream(values()).filter(cell -> cell.table.equals(table)).toList();
    }
}
