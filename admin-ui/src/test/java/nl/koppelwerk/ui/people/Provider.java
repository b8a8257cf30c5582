package nl.koppelwerk.ui.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A small OpenID Connect provider: everybody who comes to it is signed in at once, as it is told. */
final class Provider implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private String email = "";
    private boolean verified = true;
    private String nonce = "";
    private String audience = "koppelwerk";

    Provider() throws IOException, JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("first").generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/openid-configuration", query -> """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer()));
        answer("/keys", query -> new JWKSet(key.toPublicJWK()).toString());
        answer("/token", query -> """
                {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
                """.formatted(token()));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void knows(String address, boolean hasVerified) {
        this.email = address;
        this.verified = hasVerified;
    }

    void signsFor(String other) {
        this.audience = other;
    }

    /** What the browser is sent back with. */
    String authorise(String location) {
        Map<String, String> query = Arrays.stream(
                        location.substring(location.indexOf('?') + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        this.nonce = query.getOrDefault("nonce", "");
        return query.getOrDefault("redirect_uri", "").replaceAll("^http://[^/]+", "") + "?code=c&state="
                + java.net.URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
    }

    private String token() {
        Instant now = Clock.systemUTC().instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("42")
                        .audience(audience)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("email", email)
                        .claim("email_verified", verified)
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void answer(String path, Function<String, String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.apply("").getBytes(StandardCharsets.UTF_8);
            send(exchange, body);
        });
    }

    private static void send(HttpExchange exchange, byte[] body) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
