/** The own account: password, second step, and where one is signed in. */
@NullMarked
package nl.koppelwerk.ui.account;

import org.jspecify.annotations.NullMarked;
