package nl.koppelwerk.data.signup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** What somebody said, to and from a row. */
final class Columns {
    static final String SELECT = """
            select r.id, r.side, r.state, r.name, r.email, r.phone, r.postcode, r.languages, r.day_parts, r.kind,
                   r.programme, r.needs, r.birth_years, r.signals, r.referrer_kind, r.referrer_name,
                   r.referrer_organisation, r.referrer_email, r.referrer_phone, r.referrer_may_follow,
                   r.page_language, r.consent_version, r.created_at, r.confirmed_at is not null as confirmed,
                   coalesce(r.family, r.volunteer) as record, r.version
            from registration r
            """;

    private Columns() {}

    static Map<String, @Nullable Object> of(SignUp said, UUID id) {
        Map<String, @Nullable Object> row = new HashMap<>(referrer(said.referrer(), id));
        row.put("side", said.side().name());
        row.put("name", Clear.of(Cell.REGISTRATION_NAME, id, said.contact().name()));
        row.put("email", text(Cell.REGISTRATION_EMAIL, id, said.contact().email()));
        row.put("phone", text(Cell.REGISTRATION_PHONE, id, said.contact().phone()));
        row.put("postcode", said.contact().postcode().digits());
        row.put("languages", said.wish().languages().toString());
        row.put("dayParts", said.wish().dayParts().bits());
        row.put("kind", text(said.wish().kind().map(Enum::name)));
        row.put(
                "programme",
                new SqlParameterValue(
                        java.sql.Types.OTHER,
                        said.wish().programme().map(ProgrammeId::value).orElse(null)));
        row.put("needs", names(said.wish().needs()));
        row.put(
                "birthYears",
                said.wish().birthYears().stream().map(Integer::shortValue).toArray(Short[]::new));
        row.put("signals", names(said.wish().signals()));
        row.put("language", said.consent().language());
        row.put("consent", said.consent().version());
        return row;
    }

    private static Map<String, @Nullable Object> referrer(Optional<SignUp.Referrer> referrer, UUID id) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("referrerKind", text(referrer.map(one -> one.kind().name())));
        row.put("referrerName", text(Cell.REGISTRATION_REFERRER_NAME, id, referrer.map(SignUp.Referrer::name)));
        row.put("referrerOrganisation", text(referrer.map(SignUp.Referrer::organisation)));
        row.put("referrerEmail", text(Cell.REGISTRATION_REFERRER_EMAIL, id, referrer.flatMap(SignUp.Referrer::email)));
        row.put("referrerPhone", text(Cell.REGISTRATION_REFERRER_PHONE, id, referrer.flatMap(SignUp.Referrer::phone)));
        row.put("mayFollow", referrer.map(SignUp.Referrer::mayFollow).orElse(false));
        return row;
    }

    private static SqlParameterValue text(Cell cell, UUID row, Optional<String> text) {
        return text(text.map(some -> Clear.of(cell, row, some)));
    }

    private static SqlParameterValue text(Optional<String> text) {
        return new SqlParameterValue(java.sql.Types.VARCHAR, text.orElse(null));
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Registration registration(ResultSet row, int number) throws SQLException {
        return new Registration(
                row.getObject("id", UUID.class),
                said(row),
                Registration.State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("confirmed"),
                Optional.ofNullable(row.getObject("record", UUID.class)),
                row.getLong("version"));
    }

    private static SignUp said(ResultSet row) throws SQLException {
        return new SignUp(
                Side.valueOf(row.getString("side")),
                new SignUp.Contact(
                        row.getString("name"),
                        text(row, "email"),
                        text(row, "phone"),
                        new Postcode(row.getInt("postcode"))),
                new SignUp.Wish(
                        Languages.parse(row.getString("languages")),
                        new DayParts(row.getInt("day_parts")),
                        text(row, "kind").map(SupportKind::valueOf),
                        Optional.ofNullable(row.getObject("programme", UUID.class))
                                .map(ProgrammeId::new),
                        values(row, "needs", Need::valueOf),
                        birthYears(row),
                        values(row, "signals", SignUp.Signal::valueOf)),
                referrer(row),
                new SignUp.Consent(row.getString("consent_version"), row.getString("page_language")));
    }

    private static Optional<SignUp.Referrer> referrer(ResultSet row) throws SQLException {
        Optional<String> kind = text(row, "referrer_kind");
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignUp.Referrer(
                        SignUp.ReferrerKind.valueOf(kind.get()),
                        row.getString("referrer_name"),
                        text(row, "referrer_organisation").orElse(""),
                        text(row, "referrer_email"),
                        text(row, "referrer_phone"),
                        row.getBoolean("referrer_may_follow")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static <T> Set<T> values(ResultSet row, String column, Function<String, T> value) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((String[]) array.getArray()).map(value).collect(Collectors.toSet());
    }

    private static List<Integer> birthYears(ResultSet row) throws SQLException {
        return Arrays.stream((Short[]) row.getArray("birth_years").getArray())
                .map(Short::intValue)
                .toList();
    }
}
