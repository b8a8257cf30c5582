/** What the pages of families and of volunteers share: searching, histories and the words for them. */
@NullMarked
package nl.koppelwerk.ui.person;

import org.jspecify.annotations.NullMarked;
