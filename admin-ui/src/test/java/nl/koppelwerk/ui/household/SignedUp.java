package nl.koppelwerk.ui.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.SignUps;

/** Families that sign up one after the other, each with an address of its own. */
final class SignedUp {
    private final SignUps signUps;
    private int next;

    SignedUp(SignUps signUps) {
        this.signUps = signUps;
    }

    /** Of the last one. */
    String address() {
        return "gezin" + (next - 1) + "@voorbeeld.example";
    }

    /** The key of a family that signed up, confirmed. */
    String signUp(String... more) {
        String email = "gezin" + next++ + "@voorbeeld.example";
        List<String> form = new ArrayList<>(List.of(
                "at",
                "samen-sterk",
                "token",
                signUps.token("help", Duration.ofMinutes(1)),
                "name",
                email,
                "email",
                email,
                "postcode",
                "3022",
                "ages",
                "4",
                "tongue",
                "tur",
                "level",
                "C2",
                "part",
                "mon-morning",
                "need",
                "WORK",
                "consent",
                "2026-11"));
        Collections.addAll(form, more);
        if (more.length > 0) {
            Collections.addAll(
                    form,
                    "by",
                    "referrer",
                    "referrerKind",
                    "DOCTOR",
                    "referrerName",
                    "M. Visser",
                    "referrerEmail",
                    email);
        }
        try (HttpVisitor visitor = new HttpVisitor(signUps.pages())) {
            signUps.database().ownerJdbc().sql("delete from failed_attempts").update();
            visitor.get("/help");
            visitor.post("/help", form.toArray(String[]::new));
            String key = SignUps.key(signUps.mail(email).getFirst());
            assertThat(visitor.get("/help/standing?key=" + key).status())
                    .as("not confirmed yet")
                    .isEqualTo(404);
            visitor.get("/join/confirm?key=" + key);
            visitor.post("/join/confirm", "key", key);
            return key;
        }
    }

    /** The last family that signed up becomes that of the how-manieth pairing, which is answered. */
    UUID takeOver(int which) {
        return signUps.database()
                .scope()
                .inside(
                        signUps.organisation(),
                        () -> signUps.database()
                                .jdbc()
                                .sql("""
                        with one as (
                            select p.organisation, p.id, q.family from pairing p
                            join support_request q on q.organisation = p.organisation and q.id = p.request
                            where p.step = 'PROPOSED' order by p.id limit 1 offset :which),
                        taken as (
                            update registration r set state = 'TAKEN_OVER', family = one.family from one
                            where r.id = :registration)
                        select id from one
                        """)
                                .param("which", which)
                                .param("registration", signUps.id("gezin" + (next - 1) + "@voorbeeld.example"))
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .single());
    }

    void step(UUID pairing, String step) {
        signUps.database().scope().inside(signUps.organisation(), () -> {
            signUps.database()
                    .jdbc()
                    .sql("insert into pairing_life (organisation, pairing) values (:o, :id) on conflict do nothing")
                    .param("o", signUps.organisation().value())
                    .param("id", pairing)
                    .update();
            signUps.database()
                    .jdbc()
                    .sql("update pairing set step = :step, held = true where id = :id")
                    .param("step", step)
                    .param("id", pairing)
                    .update();
        });
    }
}
