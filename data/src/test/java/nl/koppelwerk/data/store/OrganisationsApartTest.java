package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

/**
 * The database alone keeps organisations apart: raw SQL under the runtime role, every table that has an organisation, a
 * row in each of them.
 */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationsApartTest {
    private final TestDatabase database;
    private final OrganisationId owner;
    private final OrganisationId stranger;

    OrganisationsApartTest(TestDatabase database) {
        this.database = database;
        this.owner = database.organisation("owner");
        this.stranger = database.organisation("stranger");
    }

    @BeforeAll
    void fillEveryTable() {
        Town town = Town.of(owner, 3, 2);
        town.saveIn(database);
        String fill = """
                insert into account (organisation, id, email, name, password_hash, role)
                values (:owner, :id, 'a@koppelwerk.example', 'A', 'hash', 'COORDINATOR');
                insert into account_programme (organisation, account, programme)
                select :owner, :id, id from programme;
                insert into volunteer_absence (organisation, volunteer, first_day, last_day)
                values (:owner, :volunteer, '2026-03-17', '2026-03-19');
                insert into volunteer_link (organisation, hash, volunteer, browser, code, created_at, expires_at)
                values (:owner, sha256('v'), :volunteer, sha256('b'), sha256('c'), '2026-03-17', '2026-03-18');
                insert into volunteer_question (organisation, hash, volunteer, asked_on, expires_at)
                values (:owner, sha256('q'), :volunteer, '2026-03-17', '2026-03-18');
                insert into volunteer_calendar (organisation, volunteer, hash, made_at)
                values (:owner, :volunteer, sha256(cast(:owner as text)::bytea), '2026-03-17');
                insert into volunteer_passkey (organisation, credential, volunteer, public_key, attestation, signatures,
                    backup_eligible, backed_up, added_at, used_at)
                values (:owner, sha256(cast(:owner as text)::bytea), :volunteer, 'x', 'x', 0, true, true, '2026-03-17',
                    '2026-03-17');
                insert into volunteer_page (organisation, volunteer, page, last_number, last_at)
                values (:owner, :volunteer, :id, 1, '2026-03-17');
                insert into registration (organisation, id, side, state, name, phone, postcode, languages, day_parts,
                    needs, birth_years, signals, referrer_may_follow, page_language, consent_version, created_at, form)
                values (:owner, :id, 'FAMILY', 'WAITING', '–', :phone, 3021, 'tur:C2', 1, '{}', '{}', '{}',
                        false, 'tr', '2026-11', '2026-03-17', sha256('form'));
                insert into household_key (organisation, hash, way, referrer, registration, made_at, expires_at)
                values (:owner, sha256(cast(:owner as text)::bytea), 'NEWS', false, :id, '2026-03-17', '2027-03-17');
                insert into household_page (organisation, page, registration, last_number, last_at)
                values (:owner, :id, :id, 1, '2026-03-17');
                insert into retention_term (organisation, kind, days) values (:owner, 'HISTORY', 400);
                insert into erasure_request (organisation, id, volunteer, asked_on, due_on)
                values (:owner, :id, :volunteer, '2026-03-17', '2026-04-17');
                insert into legal_hold (organisation, id, volunteer, reason, since, account)
                values (:owner, :id, :volunteer, '––––––––––', '2026-03-17', :id);
                insert into consent (organisation, id, volunteer, version, language, given_on, way)
                values (:owner, :id, :volunteer, '2026-11', 'nl', '2026-03-17', 'OWN_PAGE');
                insert into need_nearby (organisation, area, language, at_least, counted_on)
                values (:owner, '302', 'tur', 3, '2026-03-17');
                insert into programme_rhythm_before (organisation, programme, number, trial_weeks, check_in_weeks,
                                                     check_in_every_weeks, replaced_at)
                select :owner, id, 1, 6, '{3,10,18}', 4, '2026-03-17' from programme;
                insert into programme_file (organisation, programme, version, text, installed_at)
                select :owner, id, 3, 'code: MAATJE', '2026-03-17' from programme;
                insert into referral_service (organisation, id, content, read_at)
                values (:owner, :id, '{}', '2026-03-17');
                insert into warm_referral (organisation, id, request, service, service_name, provider, needs, agreed_on, state,
                    step, who, due_on)
                values (:owner, :id, :request, :id, 'Raadslieden', '', '{FINANCE}', '2026-03-17', 'PLANNED',
                        'CALL_SERVICE', '–', '2026-03-19');
                insert into warm_referral_step (organisation, referral, number, request, at, state)
                values (:owner, :id, 1, :request, '2026-03-17', 'PLANNED');
                insert into account_municipality (organisation, account, municipality)
                values (:owner, :id, 'Schiedam');
                insert into outgoing_mail (organisation, id, recipient, subject, body, created_at, not_before)
                values (:owner, :id, '–', '–', '–', '2026-03-17', '2026-03-17');
                insert into audit_entry (organisation, at, action, object_type, object_id)
                values (:owner, '2026-03-17', 'confirm', 'pairing', '7');
                insert into run_fence (organisation, number) values (:owner, 3);
                insert into run (organisation, attempt, fence, seed, day, status, started_at, software_version)
                values (:owner, :id, 3, 7, '2026-03-17', 'RUNNING', '2026-03-17', '0.1.0');
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                values (:owner, :id, :request, :volunteer, 512, 'PROPOSED', '2026-03-17');
                insert into pairing_ask (organisation, hash, pairing, made_at, expires_at)
                values (:owner, sha256('x'), :id, '2026-03-17', '2026-03-31');
                insert into intake_answer (organisation, family, question, answer)
                values (:owner, :family, 'goal', '–');
                insert into emergency (organisation, id, family, signals, noted_at)
                values (:owner, :id, :family, '{EVICTION}', '2026-03-17');
                insert into crisis_line (organisation, municipality, name, phone, source, checked_on)
                values (:owner, 'Schiedam', 'Crisisdienst', '010 555 01 99', 'Verzonnen', '2026-03-17');
                insert into pairing_history (organisation, pairing, at, to_step)
                values (:owner, :id, '2026-03-17', 'PROPOSED');
                insert into pairing_override (organisation, pairing, rule, justification)
                values (:owner, :id, 'volunteer-full', '–');
                insert into block (organisation, family, volunteer, reason)
                values (:owner, :family, :volunteer, 'KNOW_EACH_OTHER');
                insert into proposal (organisation, run, request, volunteer, day_parts, fit, distance_metres, reasons)
                select :owner, id, :request, :volunteer, 512, 61, 730, '[]' from run;
                insert into unpaired (organisation, run, request, causes) select :owner, id, :request, '[]' from run;
                insert into import_file (organisation, id, name, kind, sha256, size_bytes, started_at)
                values (:owner, :id, 'families.csv', 'FAMILIES', sha256('x'), 1, '2026-03-17');
                insert into import_reject (organisation, import_file, row_number, column_name, value, reason,
                                           reason_dutch, reason_english, row_text)
                values (:owner, :id, 5, 'postcode', '–', 'postcode', 'fout', 'wrong', '–');
                insert into import_preview (organisation, id, name, content, offered_at, outcome, refused_rows)
                values (:owner, :id, 'families.csv', '', '2026-03-17', '–', '');
                insert into not_the_same (organisation, one, other, at)
                values (:owner, :family, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-03-17');
                insert into pairing_life (organisation, pairing) values (:owner, :id);
                insert into check_in (organisation, pairing, side, week, held_on, mood, quarters_per_week, wish, account)
                values (:owner, :id, 'FAMILY', 3, '2026-03-17', 4, 6, 'CONTINUE', :id);
                insert into check_in_progress (organisation, pairing, side, week, life_domain, score)
                values (:owner, :id, 'FAMILY', 3, 'HEALTH', 4);
                insert into replan (organisation, run, number, at, withdrawn, moved, added)
                select :owner, id, 1, '2026-03-17', 1, 0, 2 from run;
                insert into proposal_reader (organisation, pairing, account, seen_at)
                values (:owner, :id, :id, '2026-03-17');
                insert into account_link (organisation, hash, account, purpose, created_at, expires_at)
                values (:owner, sha256('link'), :id, 'PASSWORD', '2026-03-17', '2026-03-18');
                insert into code_app (organisation, account, secret) values (:owner, :id, 'x');
                insert into recovery_code (organisation, account, hash) values (:owner, :id, sha256('code'));
                insert into account_session (organisation, hash, id, account, started_at, last_seen_at, browser, network)
                values (:owner, sha256('session'), :id, :id, '2026-03-17', '2026-03-17', 'Firefox', '127.0.0.1');
                insert into passkey (organisation, id, account, label, public_key, signature_count, user_verified,
                    backup_eligible, backed_up, transports, created_at, last_used_at)
                values (:owner, 'x', :id, 'Telefoon', 'y', 3, true, false, false, '{}', '2026-03-17', '2026-03-17');
                insert into known_browser (organisation, hash, account, last_used_at)
                values (:owner, sha256('browser'), :id, '2026-03-17');
                insert into rules_draft (organisation, programme, account, based_on, screening_years, language_level,
                    maximum_distance_metres, unconfirmed_days, weights, changed_at)
                select :owner, programme, :id, version, screening_years, language_level, maximum_distance_metres,
                       unconfirmed_days, weights, '2026-03-17' from programme_rules limit 1;
                insert into rerun (organisation, id, run, account, status, started_at, seen_at)
                select :owner, :id, id, :id, 'RUNNING', '2026-03-17', '2026-03-17' from run;
                insert into capacity_plan (organisation, id, status, more, months, repetitions, seed, asked_at, seen_at)
                values (:owner, :id, 'RUNNING', 10, 6, 7, 1, '2026-03-17', '2026-03-17');
                insert into recruit_night (organisation, run, reckoned_at, waiting_for_introductions)
                select :owner, id, '2026-03-17', 0 from run;
                insert into recruit (organisation, run, rank, kind, postcode, language, day_parts, skills, extras,
                    quarters_per_week, families)
                select :owner, r.id, 1, 'BUDDY', f.postcode, 'tur', 512, '{}', '{}', 8, 1 from run r, family f
                where f.id = :family;
                insert into recruit_effect (organisation, run, rank, request, together, gained)
                select :owner, id, 1, :request, false, true from run;
                insert into rerun_proposal (organisation, rerun, request, volunteer, day_parts, fit, distance_metres)
                values (:owner, :id, :request, :volunteer, 512, 61, 730);
                insert into care_price (organisation, municipality, category, code, price_year, origin, name, payer, unit,
                    low_cents, high_cents, source)
                values (:owner, 'Schiedam', '45', 'A1', 2026, 'CONTRACT', 'Hulp', 'WMO', 'HOUR', 6120, 6120, 'Contract');
                insert into cashable_share (organisation, municipality, category, code, percent, source)
                values (:owner, 'Schiedam', '45', 'A1', 40, 'Contract');
                insert into price_level (organisation, year, level, source) values (:owner, 2022, 121.43, 'CBS');
                insert into case_review_draft (organisation, pairing, version, content, changed_at, account)
                values (:owner, :id, 1, '{}', '2026-03-17', :id);
                insert into case_review (organisation, pairing, version, content, fixed_at, account)
                values (:owner, :id, 1, '{}', '2026-03-17', :id);
                insert into programme_cost (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                    subsidy_cents, training_cents, screening_cents, expenses_cents, overhead_cents, source)
                select :owner, id, 2026, 11.5, 6200, 1, 2, 3, 4, 5, 'Begroting' from programme limit 1;
                insert into programme_cost_change (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                    subsidy_cents, training_cents, screening_cents, expenses_cents, overhead_cents, source, removed, at,
                    account)
                select :owner, id, 2026, 11.5, 6200, 1, 2, 3, 4, 5, 'Begroting', false, '2026-03-17', :id
                from programme limit 1;
                insert into staff_hours (organisation, pairing, noted_on, quarters_per_week, account)
                values (:owner, :id, '2026-03-17', 6, :id);
                insert into research_sheet (organisation, sheet, programme, household, figures)
                values (:owner, 'VVS-1', 'VVS', 'couple', '{}');
                insert into report (organisation, municipality, number, from_day, until_day, content, published_at, account)
                values (:owner, 'Schiedam', 1, '2025-01-01', '2025-12-31', '{}', '2026-03-17', :id);
                insert into report_release (organisation, municipality, number, content)
                values (:owner, 'Schiedam', 1, '{}');
                insert into lending (organisation, pairing, volunteer, asked_at)
                values (:owner, :id, :volunteer, '2026-03-17');
                insert into sharing_consent (organisation, id, family, programme, run_by, version, given_on, way, account)
                select :owner, :id, :family, id, '', '2026-11', '2026-03-17', 'ORAL', :id from programme;
                insert into both_sides (organisation, volunteer, family, agreed_on, linked_at)
                values (:owner, :volunteer, :family, '2026-03-17', '2026-03-17');
                insert into invitation_to_help (organisation, family, asked_on, answer)
                values (:owner, :family, '2026-03-17', 'THINKING');
                insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                select :owner, 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'ANDER', 'Ander', kinds, 9, 1 from programme;
                insert into programme_rules select organisation, 'ffffffff-ffff-4fff-bfff-ffffffffffff', 1, screening_years,
                    language_level, maximum_distance_metres, unconfirmed_days, weights from programme_rules limit 1;
                insert into sharing_agreement (organisation, one, other, version, asked_at, asked_by, asked_for)
                select :owner, min(id::text)::uuid, max(id::text)::uuid, 1, '2026-03-17', :id, min(id::text)::uuid
                from programme;
                """;
        database.scope().inside(owner, () -> {
            database.jdbc()
                    .sql(fill)
                    .param("owner", owner.value())
                    .param("id", new java.util.UUID(1, 7))
                    .param("phone", Clear.of(Cell.REGISTRATION_PHONE, new UUID(1, 7), "0612345678"))
                    .param("family", town.families().getFirst().id().value())
                    .param("request", town.requests().getFirst().id().value())
                    .param("volunteer", town.volunteers().getFirst().id().value())
                    .update();
        });
    }

    @Test
    void theOwnerSeesARowInEveryTable() {
        assertThat(tables())
                .hasSizeGreaterThan(18)
                .allSatisfy(table ->
                        assertThat(inside(owner, count(table))).as(table).isPositive());
    }

    @Test
    void aStrangerSeesNoRowOfTheOwner() {
        assertThat(tables())
                .allSatisfy(table ->
                        assertThat(inside(stranger, countOf(table))).as(table).isZero());
    }

    @Test
    void withoutAnOrganisationThereAreNoRowsAtAll() {
        assertThat(tables())
                .allSatisfy(
                        table -> assertThat(count(table).apply("")).as(table).isZero());
    }

    @Test
    void aStrangerChangesAndDeletesNothingOfTheOwner() {
        assertThat(tables()).allSatisfy(table -> {
            assertThat(attempt("update " + table + " set organisation = organisation where " + ofOwner()))
                    .as("update " + table)
                    .isZero();
            assertThat(attempt("delete from " + table + " where " + ofOwner()))
                    .as("delete from " + table)
                    .isZero();
        });
    }

    @Test
    void aStrangerCannotAddARowForTheOwner() {
        assertThat(tables()).allSatisfy(table -> {
            String row = database.scope()
                    .inside(
                            owner,
                            () -> database.jdbc()
                                    .sql("select to_jsonb(t) from " + table + " t limit 1")
                                    .query((result, number) -> result.getString(1))
                                    .single());
            String insert =
                    "insert into " + table + " overriding system value select * from jsonb_populate_record(null::"
                            + table + ", cast(:row as jsonb))";
            assertThatThrownBy(() -> database.scope()
                            .inside(
                                    stranger,
                                    () -> database.jdbc()
                                            .sql(insert)
                                            .param("row", row)
                                            .update()))
                    .as(table)
                    .hasStackTraceContaining("violates row-level security policy");
        });
    }

    @Test
    void noTableIsTruncated() {
        assertThat(tables())
                .allSatisfy(table -> assertThatThrownBy(() -> database.jdbc()
                                .sql("truncate " + table + " cascade")
                                .update())
                        .as(table)
                        .hasStackTraceContaining("permission denied"));
    }

    @Test
    void theRuntimeRoleOwnsNothingAndMayNotStepAside() {
        String sql = """
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                       or exists (select from pg_class where relowner = r.oid)
                       or exists (select from pg_auth_members m where m.member = r.oid)
                from pg_roles r
                where rolname = current_user
                """;

        assertThat(database.jdbc()
                        .sql(sql)
                        .query((row, number) -> row.getBoolean(1))
                        .single())
                .isFalse();
        assertThatThrownBy(() -> database.scope().inside(stranger, () -> {
                    database.jdbc().sql("set local row_security = off").update();
                    return count("family").apply("");
                }))
                .hasStackTraceContaining("would be affected by row-level security");
    }

    private List<String> tables() {
        String sql = """
                select c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                order by 1
                """;
        return database.jdbc().sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private Function<String, Integer> count(String table) {
        return condition -> database.jdbc()
                .sql("select count(*) from " + table + condition)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private Function<String, Integer> countOf(String table) {
        return condition -> count(table).apply(" where " + ofOwner());
    }

    private int inside(OrganisationId organisation, Function<String, Integer> work) {
        return database.scope().inside(organisation, () -> work.apply(""));
    }

    private String ofOwner() {
        return "organisation = '" + owner.value() + "'";
    }

    /** How many rows a stranger's statement reaches; none when the table is not to be changed by anybody. */
    private int attempt(String statement) {
        try {
            return database.scope()
                    .inside(stranger, () -> database.jdbc().sql(statement).update());
        } catch (DataAccessException e) {
            assertThat(e).hasStackTraceContaining("permission denied");
            return 0;
        }
    }
}
