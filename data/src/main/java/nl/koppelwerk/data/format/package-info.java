/** Tables from CSV and XLSX files, read row by row in bounded memory, and the clear refusal of every other file. */
@NullMarked
package nl.koppelwerk.data.format;

import org.jspecify.annotations.NullMarked;
