package nl.koppelwerk.data.seal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where heads and their key are kept: outside the database, beside it unless set otherwise. */
@Configuration(proxyBeanMethods = false)
public class HeadFileConfiguration {
    /** A key that is there and no key is said at the start, not at the first entry. */
    @Bean
    HeadFile auditHeadFile(
            @Value("${koppelwerk.audit.folder:${koppelwerk.home:.koppelwerk}/audit}") Path folder,
            @Value(
                            "${koppelwerk.audit.key:${koppelwerk.audit.folder:${koppelwerk.home:.koppelwerk}/audit}/signing.key}")
                    Path key) {
        HeadFile file = HeadFile.in(folder, key);
        if (Files.exists(key)) {
            SigningKey.read(key);
        }
        return file;
    }
}
