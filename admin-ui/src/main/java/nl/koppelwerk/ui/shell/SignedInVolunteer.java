package nl.koppelwerk.ui.shell;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A volunteer who came in by mail; the database shows this reader the own row and nothing of anybody else. */
public final class SignedInVolunteer implements UserDetails {
    /** Then the way in is gone through again. */
    private static final Duration LONGEST = Duration.ofHours(12);

    @Serial
    private static final long serialVersionUID = 1;

    private final UUID volunteer;
    private final UUID organisation;
    private final Instant since;

    public SignedInVolunteer(OrganisationId organisation, VolunteerId volunteer, Instant since) {
        this.organisation = organisation.value();
        this.volunteer = volunteer.value();
        this.since = since;
    }

    /** As whatever works for a volunteer knows the reader, signed in or not. */
    public OwnVolunteer self() {
        return new OwnVolunteer(organisation(), volunteer());
    }

    public VolunteerId volunteer() {
        return new VolunteerId(volunteer);
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    /** Whether it is time to come in anew. */
    public boolean isOver(Instant now) {
        return now.isAfter(since.plus(LONGEST));
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + Role.VOLUNTEER));
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return volunteer.toString();
    }
}
