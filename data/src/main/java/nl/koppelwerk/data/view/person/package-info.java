/** What the pages of families and volunteers show: the lists that were searched for, and what is around one of them. */
@NullMarked
package nl.koppelwerk.data.view.person;

import org.jspecify.annotations.NullMarked;
