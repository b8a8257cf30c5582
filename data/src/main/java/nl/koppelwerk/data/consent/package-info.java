/** What people agreed to, in which version of the text, and that they took it back. */
@NullMarked
package nl.koppelwerk.data.consent;

import org.jspecify.annotations.NullMarked;
