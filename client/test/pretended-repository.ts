/** A repository that GitHub tells of, in which everything may be posted. */
export const trains = {
  id: 'R_1',
  nameWithOwner: 'ada/trains',
  isArchived: false,
  hasIssuesEnabled: true,
  hasDiscussionsEnabled: true,
  viewerPermission: 'WRITE',
};
