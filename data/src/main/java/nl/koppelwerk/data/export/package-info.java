/** Lists of families and volunteers as files: what can be imported again, and what a spreadsheet program opens well. */
@NullMarked
package nl.koppelwerk.data.export;

import org.jspecify.annotations.NullMarked;
