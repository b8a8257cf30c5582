package nl.koppelwerk.data.signup;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people can sign up: public, and asked before it is known whose rows are read. */
public final class OpenOrganisations {
    private static final String SHORT_NAME = "[a-z0-9][a-z0-9-]{1,29}";
    private static final String PHONE = "[+0-9][0-9 ()-]{2,24}";

    private final JdbcClient jdbc;

    public OpenOrganisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them by name. */
    public List<OpenOrganisation> list() {
        return jdbc.sql("select organisation, name, short_name, phone from open_organisations()")
                .query((row, number) -> new OpenOrganisation(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getString("name"),
                        row.getString("short_name"),
                        Optional.ofNullable(row.getString("phone"))))
                .list();
    }

    /** The only one there is, or the one that is asked for. */
    public Optional<OpenOrganisation> find(String shortName) {
        List<OpenOrganisation> all = list();
        return all.stream()
                .filter(one -> all.size() == 1 && shortName.isEmpty()
                        || one.shortName().equals(shortName))
                .findFirst();
    }

    /** Empty: there is no such organisation, or people cannot sign up with it. */
    public Optional<OpenOrganisation> find(OrganisationId organisation) {
        return list().stream().filter(one -> one.id().equals(organisation)).findFirst();
    }

    /** Of the organisation, open or not; inside it. */
    public String name() {
        return jdbc.sql("select name from organisation").query(String.class).single();
    }

    /** What the organisation itself has said of its public pages; inside the organisation. */
    public Said said() {
        return jdbc.sql("select short_name, phone from organisation")
                .query((row, number) -> new Said(
                        Optional.ofNullable(row.getString("short_name")).orElse(""),
                        Optional.ofNullable(row.getString("phone")).orElse("")))
                .single();
    }

    /** As a form has it: both empty when nothing was said. */
    public record Said(String shortName, String phone) {
        /** What can be kept: of a short name small letters, digits and dashes; of a number what can be called. */
        public boolean right() {
            return (shortName.isEmpty() || shortName.matches(SHORT_NAME)) && (phone.isEmpty() || phone.matches(PHONE));
        }
    }

    /**
     * Opens the public pages, or closes them when the short name is empty; inside the organisation.
     *
     * @return whether it is so now; false: another organisation has this short name
     */
    public boolean say(OrganisationId organisation, Said said) {
        if (list().stream()
                .anyMatch(one ->
                        one.shortName().equals(said.shortName()) && !one.id().equals(organisation))) {
            return false;
        }
        jdbc.sql("update organisation set short_name = :shortName, phone = :phone where organisation = :organisation")
                .param("shortName", said.shortName().isEmpty() ? null : said.shortName(), Types.VARCHAR)
                .param("phone", said.phone().isEmpty() ? null : said.phone(), Types.VARCHAR)
                .param("organisation", organisation.value())
                .update();
        return true;
    }
}
