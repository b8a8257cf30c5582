/** What the pages show, read straight from the tables inside an organisation's scope; nothing here writes. */
@NullMarked
package nl.koppelwerk.data.view;

import org.jspecify.annotations.NullMarked;
