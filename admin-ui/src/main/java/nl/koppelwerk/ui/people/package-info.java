/** Accounts: who may sign in, and what each may see. */
@NullMarked
package nl.koppelwerk.ui.people;

import org.jspecify.annotations.NullMarked;
