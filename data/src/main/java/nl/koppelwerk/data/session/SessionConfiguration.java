package nl.koppelwerk.data.session;

import java.util.Map;
import java.util.Set;
import nl.koppelwerk.data.signin.FieldCipher;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signin.SignInConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions in the database as beans, for Spring Session to keep them by. */
@Configuration(proxyBeanMethods = false)
@Import(SignInConfiguration.class)
public class SessionConfiguration {
    /** No row for every page: that a session was used is noted once a minute, unless something else changes. */
    private static final String NOTE = """
            update %TABLE_NAME% s
            set session_id = n.session_id, last_access_time = n.last_access_time,
                max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time
            from (values (?::text, ?::bigint, ?::integer, ?::bigint, ?::text, ?::text))
                 as n (session_id, last_access_time, max_inactive_interval, expiry_time, nobody, primary_id)
            where s.primary_id = n.primary_id
              and (s.session_id <> n.session_id or s.max_inactive_interval <> n.max_inactive_interval
                   or s.last_access_time < n.last_access_time - 60000)
            """;

    /** Nothing where the session was ended meanwhile, perhaps on another node. */
    private static final String KEEP = """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            select s.primary_id, n.attribute_name, n.attribute_bytes
            from (values (?::text, ?::text, ?::bytea)) as n (primary_id, attribute_name, attribute_bytes)
            join %TABLE_NAME% s on s.primary_id = n.primary_id
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    @Bean
    SessionSeal sessionSeal(FieldCipher cipher) {
        return new SessionSeal(cipher);
    }

    @Bean
    SessionIdGenerator sessionIds(Secrets secrets) {
        return secrets::next;
    }

    @Bean
    WebSessions webSessions(JdbcClient jdbc) {
        return new WebSessions(jdbc);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keptSessions(SessionSeal seal) {
        GenericConversionService sealing = new GenericConversionService();
        sealing.addConverter(Object.class, byte[].class, seal::close);
        sealing.addConverter(new Opening(seal));
        return sessions -> {
            sessions.setTableName(WebSessions.TABLE);
            sessions.setConversionService(sealing);
            // Whose session it is stands in no column.
            sessions.setIndexResolver(session -> Map.of());
            sessions.setUpdateSessionQuery(NOTE);
            sessions.setCreateSessionAttributeQuery(KEEP);
        };
    }

    /** Answers nothing where a plain converter would have to answer something. */
    private record Opening(SessionSeal seal) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object kept, TypeDescriptor from, TypeDescriptor to) {
            return kept instanceof byte[] bytes ? seal.open(bytes) : null;
        }
    }
}
