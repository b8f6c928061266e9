package io.firekeeper.revisions;

/**
 * An edit that was saved.
 *
 * @param edit as it is now
 * @param changeBefore the version of its change before the save
 * @param change the version of its change since the save
 */
record SavedEdit(ChangeView.EditView edit, long changeBefore, long change) {
}
