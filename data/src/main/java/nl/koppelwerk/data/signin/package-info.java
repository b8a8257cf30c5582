/** What lets somebody in and keeps others out: links, second steps, passkeys, sessions, and the brake on guessing. */
@NullMarked
package nl.koppelwerk.data.signin;

import org.jspecify.annotations.NullMarked;
