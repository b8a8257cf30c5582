package nl.koppelwerk.data.sample;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the volunteers of a made-up town have come in the course of the last year, instead of all today. The same numbers give
 * the same days. Works inside an {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
public final class SampleArrivals {
    private final JdbcClient jdbc;

    public SampleArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most of them before the year began, so that some four in ten count as new. */
    public void spread(LocalDate today) {
        jdbc.sql("""
                        update volunteer v
                        set registered_on = :today - (2 + 7 * n.number % 900)::integer
                        from (select id, row_number() over (order by reference) as number from volunteer) n
                        where n.id = v.id and v.merged_into is null
                        """).param("today", today).update();
    }
}
