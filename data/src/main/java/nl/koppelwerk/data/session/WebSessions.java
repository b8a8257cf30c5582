package nl.koppelwerk.data.session;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of sessions; what is in it is known to no row, only to the node that has the key. */
public final class WebSessions {
    static final String TABLE = "web.session";

    private final JdbcClient jdbc;

    WebSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes what nobody came back to. */
    public void sweep() {
        jdbc.sql("delete from web.session where expiry_time < extract(epoch from clock_timestamp()) * 1000")
                .update();
    }
}
