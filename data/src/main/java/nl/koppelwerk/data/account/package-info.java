/** The accounts that staff sign in with. */
@NullMarked
package nl.koppelwerk.data.account;

import org.jspecify.annotations.NullMarked;
